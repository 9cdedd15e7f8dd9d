import { multiply, type Rational, rational } from "../../../../mathematics/rational.ts";
import { type Evaluation, evaluate } from "../numbers/evaluate.ts";
import { isNearZero } from "../numbers/near-zero.ts";
import { quadraticRoots } from "../numbers/quadratics.ts";
import { addValues, isExact, signOfValue, type Value } from "../numbers/value.ts";
import { negation, product, quotient, sum } from "../syntax/build.ts";
import { contains, mapChildren } from "../syntax/children.ts";
import type { Node, RelationSign } from "../syntax/node.ts";
import { keyOf } from "./expressions.ts";
import { orderOf, type RealSet } from "./real-sets.ts";

/** Absolute values and denominators that are taken apart. */
const mostSplits = 4;
const mostRoots = 16;

/**
 * The real numbers x for which `node sign 0`, for sums, products, quotients and absolute values of polynomials whose
 * factors are of the second degree at most: between two roots, and poles, the sign cannot change. null for anything
 * else.
 */
export function solutionsOf(
  node: Node,
  sign: RelationSign,
  subject: string,
  evaluation: Evaluation,
): RealSet | null {
  const roots = rootsOf(node, subject, evaluation, mostSplits);
  const breaks = roots && sorted(roots);
  if (!breaks || breaks.length > mostRoots) return null;
  const holds = (x: Value) => {
    const value = evaluate(node, { ...evaluation, point: evaluation.point.with(subject, x) });
    return value !== null && isSolution(value, sign, evaluation.bits);
  };
  const gaps = gapsOf(breaks, evaluation.bits);
  return gaps && { breaks, at: breaks.map(holds), between: gaps.map(holds) };
}

function isSolution(value: Value, sign: RelationSign, bits: bigint): boolean {
  const signOf = isNearZero(value, bits) ? 0 : signOfValue(value);
  switch (sign) {
    case "=":
      return signOf === 0;
    case "!=":
      return signOf !== 0;
    case "<":
      return signOf === -1;
    case "<=":
      return signOf === -1 || signOf === 0;
    case ">":
      return signOf === 1;
    case ">=":
      return signOf === 1 || signOf === 0;
    default:
      return false;
  }
}

/** A fraction before, between and after the breaks; null where two of them are too close together. */
function gapsOf(breaks: readonly Value[], bits: bigint): readonly Value[] | null {
  const [first, last] = [breaks[0], breaks.at(-1)];
  if (!first || !last) return [rational(0)];
  const plus = (a: Value, b: Value) => roundedTo64Bits(addValues(a, b, bits)!, bits);
  const inner = breaks.slice(1).map((high, index) => {
    const low = breaks[index]!;
    const middle = multiply(plus(low, high), rational(1, 2));
    return orderOf(low, middle) === -1 && orderOf(middle, high) === -1 ? middle : null;
  });
  const gaps = [plus(first, rational(-1)), ...inner, plus(last, rational(1))];
  return gaps.every((gap) => gap !== null) ? gaps : null;
}

const roundedTo64Bits = (value: Value, bits: bigint): Rational =>
  isExact(value) ? value : rational(value.real >> (bits - 64n), 1n << 64n);

/** In ascending order, each once; null where an order cannot be told. */
function sorted(values: readonly Value[]): readonly Value[] | null {
  const result: Value[] = [];
  for (const value of values) {
    let at = 0;
    for (; at < result.length; at++) {
      const order = orderOf(value, result[at]!);
      if (order === null) return null;
      if (order <= 0) break;
    }
    if (at === result.length || orderOf(value, result[at]!) !== 0) result.splice(at, 0, value);
  }
  return result;
}

/** All places where the value may change its sign: roots, poles, and edges of absolute values. */
function rootsOf(
  node: Node,
  subject: string,
  evaluation: Evaluation,
  splits: number,
): readonly Value[] | null {
  const inner = (child: Node) => rootsOf(child, subject, evaluation, splits);
  const mentions = (child: Node) =>
    contains(child, (part) => part.kind === "symbol" && part.name === subject);
  if (!mentions(node)) return [];
  switch (node.kind) {
    case "product":
      return all(node.operands.map(inner));
    case "quotient":
      return all([inner(node.numerator), inner(node.denominator)]);
    case "negation":
      return inner(node.operand);
    case "power":
      return mentions(node.exponent) ? null : inner(node.base);
  }
  const find = (test: (part: Node) => Node | null) =>
    firstIn(node, (part) => (mentions(part) ? test(part) : null));
  const size = find((part) => (part.kind === "function" && part.name === "absolute" ? part : null));
  const pole = find((part) =>
    part.kind === "quotient" && mentions(part.denominator) ? part.denominator : null,
  );
  if (!size && !pole) {
    const valueAt = (x: Value) => evaluate(node, { ...evaluation, point: evaluation.point.with(subject, x) });
    return quadraticRoots(valueAt, evaluation.bits, false);
  }
  if (splits === 0) return null;
  const deeper = (child: Node) => rootsOf(child, subject, evaluation, splits - 1);
  if (size?.kind === "function") {
    const [operand] = size.operands as [Node];
    const branches = [operand, negation(operand)].map((branch) => deeper(replaced(node, size, branch)));
    return all([inner(operand), ...branches]);
  }
  return node.kind === "sum"
    ? all([inner(pole!), deeper(sum(...node.operands.map((term) => times(term, pole!))))])
    : null;
}

const all = (roots: readonly (readonly Value[] | null)[]) =>
  roots.every((some) => some !== null) ? roots.flat() : null;

function firstIn(node: Node, find: (part: Node) => Node | null): Node | null {
  let found = find(node);
  if (found) return found;
  mapChildren(node, (child) => {
    found ??= firstIn(child, find);
    return child;
  });
  return found;
}

const replaced = (node: Node, part: Node, by: Node): Node =>
  node === part ? by : mapChildren(node, (child) => replaced(child, part, by));

/** The term times the denominator that it may have. */
function times(term: Node, denominator: Node): Node {
  if (term.kind === "negation") return negation(times(term.operand, denominator));
  if (term.kind === "sum") return sum(...term.operands.map((inner) => times(inner, denominator)));
  if (term.kind !== "quotient") return product(term, denominator);
  return keyOf(term.denominator) === keyOf(denominator)
    ? term.numerator
    : quotient(product(term.numerator, denominator), term.denominator);
}

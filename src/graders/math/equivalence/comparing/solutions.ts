import { type Rational, rational } from "../../../../mathematics/rational.ts";
import { arithmeticWith } from "../numbers/arithmetic.ts";
import { type Evaluation, evaluate } from "../numbers/evaluate.ts";
import { isNearZero } from "../numbers/near-zero.ts";
import { quadraticRoots } from "../numbers/quadratics.ts";
import { isExact, type MaybeValue, signOfValue, type Value } from "../numbers/value.ts";
import { negation, product, quotient, sum } from "../syntax/build.ts";
import { childrenOf, contains, mapChildren } from "../syntax/children.ts";
import type { Node, RelationSign } from "../syntax/node.ts";
import { keyOf } from "./expressions.ts";
import { orderOf, type RealSet } from "./real-sets.ts";

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
  const roots = rootsOf(node, { subject, evaluation, splits: mostSplits });
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
  const { plus, times } = arithmeticWith(bits);
  const inner = breaks.slice(1).map((high, index) => {
    const low = breaks[index]!;
    const middle = roundedTo64Bits(times(rational(1, 2), plus(low, high)), bits);
    return middle && orderOf(low, middle) === -1 && orderOf(middle, high) === -1 ? middle : null;
  });
  const outer = [plus(first, rational(-1)), plus(last, rational(1))].map((gap) => roundedTo64Bits(gap, bits));
  const gaps = [outer[0] ?? null, ...inner, outer[1] ?? null];
  return gaps.every((gap) => gap !== null) ? gaps : null;
}

const roundedTo64Bits = (value: MaybeValue, bits: bigint): Rational | null =>
  value && (isExact(value) ? value : rational(value.real >> (bits - 64n), 1n << 64n));

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

interface Search {
  readonly subject: string;
  readonly evaluation: Evaluation;
  /** Absolute values and denominators that may still be taken apart. */
  readonly splits: number;
}

type Roots = readonly Value[] | null;

/** All places where the value may change its sign: roots, poles, and edges of absolute values. */
function rootsOf(node: Node, search: Search): Roots {
  if (!mentions(node, search)) return [];
  switch (node.kind) {
    case "product":
      return all(node.operands.map((factor) => rootsOf(factor, search)));
    case "quotient":
      return all([rootsOf(node.numerator, search), rootsOf(node.denominator, search)]);
    case "negation":
      return rootsOf(node.operand, search);
    case "power":
      return mentions(node.exponent, search) ? null : rootsOf(node.base, search);
    default:
      return rootsOfSum(node, search);
  }
}

function rootsOfSum(node: Node, search: Search): Roots {
  const size = firstIn(
    node,
    (part) => part.kind === "function" && part.name === "absolute" && mentions(part, search),
  );
  const pole = firstIn(node, (part) => part.kind === "quotient" && mentions(part.denominator, search));
  if (!size && !pole) {
    const { evaluation, subject } = search;
    const valueAt = (x: Value) => evaluate(node, { ...evaluation, point: evaluation.point.with(subject, x) });
    return quadraticRoots(valueAt, evaluation.bits, false);
  }
  if (search.splits === 0) return null;
  const deeper = { ...search, splits: search.splits - 1 };
  if (size?.kind === "function") {
    const operand = size.operands[0]!;
    const branches = [operand, negation(operand)].map((branch) =>
      rootsOf(replaced(node, size, branch), deeper),
    );
    return all([rootsOf(operand, search), ...branches]);
  }
  if (node.kind !== "sum" || pole?.kind !== "quotient") return null;
  const { denominator } = pole;
  const multiplied = sum(...node.operands.map((term) => times(term, denominator)));
  return all([rootsOf(denominator, search), rootsOf(multiplied, deeper)]);
}

const mentions = (node: Node, { subject }: Search) =>
  contains(node, (part) => part.kind === "symbol" && part.name === subject);

const all = (roots: readonly Roots[]): Roots => (roots.every((some) => some !== null) ? roots.flat() : null);

function firstIn(node: Node, test: (part: Node) => boolean): Node | null {
  if (test(node)) return node;
  for (const child of childrenOf(node)) {
    const found = firstIn(child, test);
    if (found) return found;
  }
  return null;
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

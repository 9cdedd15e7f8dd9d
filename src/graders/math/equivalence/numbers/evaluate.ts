import { rational } from "../../../../mathematics/rational.ts";
import { limits } from "../limits.ts";
import { namesIn } from "../syntax/children.ts";
import type { ConstantName, Node, Series } from "../syntax/node.ts";
import { realBall } from "./ball.ts";
import { expBall } from "./elementary.ts";
import { pi } from "./fixed-point.ts";
import { applyFunction } from "./functions.ts";
import type { Point } from "./points.ts";
import { powerOf } from "./powers.ts";
import {
  addValues,
  divideValues,
  isExact,
  isNonReal,
  type MaybeValue,
  multiplyValues,
  negateValue,
  toBall,
} from "./value.ts";

/** What one evaluation needs to know. */
export interface Evaluation {
  /** Bits after the binary point of numbers that are not exact. */
  readonly bits: bigint;
  readonly point: Point;
  /** Operations that may still be spent; shared by all evaluations of one verdict. */
  readonly budget: { operations: number };
  /** √x, ln x and the like are undefined where they are not real. */
  readonly realOnly: boolean;
}

/** In units of about a microsecond; reducing large fractions costs more than anything else. */
const costs = { operation: 1, elementary: 25, largeFraction: 300 };

const large = 1n << 400n;

const isLargeFraction = (value: MaybeValue): boolean =>
  value !== null && isExact(value) && value.denominator > large;

/** The value of an expression at a point; null where it is undefined, beyond the limits, or no number at all. */
export function evaluate(node: Node, evaluation: Evaluation): MaybeValue {
  const { bits, point, budget } = evaluation;
  budget.operations -= costs.operation;
  if (budget.operations < 0) return null;
  const valueAt = (child: Node) => evaluate(child, evaluation);
  switch (node.kind) {
    case "number":
      return node.value;
    case "constant":
      return constantValue(node.name, bits);
    case "symbol":
      return point.valueAt(node.name, []);
    case "opaque":
    case "words":
      return point.valueAt(node.text, []);
    case "application":
      return applicationValue(node.name, node.operands.map(valueAt), evaluation);
    case "sum":
      return fold(node.operands, evaluation, (a, b) => addValues(a, b, bits));
    case "product":
      return fold(node.operands, evaluation, (a, b) => multiplyValues(a, b, bits));
    case "negation":
      return map(valueAt(node.operand), negateValue);
    case "quotient":
      return both(valueAt(node.numerator), valueAt(node.denominator), (a, b) => divideValues(a, b, bits));
    case "power":
      return inDomain(powerValue(node.base, node.exponent, evaluation), evaluation);
    case "percent":
      return map(valueAt(node.operand), (value) => multiplyValues(value, rational(1, 100), bits));
    case "degrees":
      return map(valueAt(node.operand), (value) => inRadians(value, bits));
    case "quantity":
      return valueAt(node.operand);
    case "function":
      return inDomain(applyFunction(node.name, node.operands.map(valueAt), bits), evaluation);
    case "series":
      return seriesValue(node, evaluation);
    case "ratio":
      return node.parts.length === 2
        ? both(valueAt(node.parts[0]!), valueAt(node.parts[1]!), (a, b) => divideValues(a, b, bits))
        : null;
    default:
      return null;
  }
}

const inRadians = (degrees: Some, bits: bigint): MaybeValue =>
  map(multiplyValues(degrees, rational(1, 180), bits), (turn) =>
    multiplyValues(turn, realBall(pi(bits), 1), bits),
  );

function constantValue(name: ConstantName, bits: bigint): MaybeValue {
  const one = 1n << bits;
  if (name === "pi") return realBall(pi(bits), 1);
  if (name === "e") return expBall(realBall(one, 0), bits);
  if (name === "i") return { real: 0n, imaginary: one, realError: 0, imaginaryError: 0 };
  return null;
}

/** Charges for a function or power, and leaves the domain where it must. */
function inDomain(value: MaybeValue, { realOnly, bits, budget }: Evaluation): MaybeValue {
  const isInexact = value === null || !isExact(value);
  if (isInexact) budget.operations -= costs.elementary * (bits > 320n ? 6 : 1);
  else if (value.numerator > large || -value.numerator > large) budget.operations -= costs.elementary;
  return realOnly && value && isNonReal(value) ? null : value;
}

/** e^x is the exponential itself; every other power is left to `powerOf`. */
function powerValue(base: Node, exponent: Node, evaluation: Evaluation): MaybeValue {
  const raised = evaluate(exponent, evaluation);
  if (!raised) return null;
  if (base.kind === "constant" && base.name === "e" && !(isExact(raised) && raised.numerator === 0n))
    return expBall(toBall(raised, evaluation.bits), evaluation.bits);
  const value = evaluate(base, evaluation);
  if (!value) return null;
  const isRealRoot = isExact(raised) && raised.denominator !== 1n && namesIn(exponent).size === 0;
  return powerOf(value, raised, evaluation.bits, isRealRoot);
}

/** An unknown function has a value of its own at every exact argument. */
function applicationValue(name: string, operands: readonly MaybeValue[], { point }: Evaluation): MaybeValue {
  const exact = operands.filter((operand) => operand !== null && isExact(operand));
  return exact.length === operands.length ? point.valueAt(name, exact) : null;
}

/** A sum or product over integers is written out. */
function seriesValue(node: Series, evaluation: Evaluation): MaybeValue {
  const [from, to] = [evaluate(node.from, evaluation), evaluate(node.to, evaluation)];
  if (!from || !to || !isExact(from) || !isExact(to) || from.denominator !== 1n || to.denominator !== 1n)
    return null;
  if (to.numerator - from.numerator >= BigInt(limits.seriesTerms)) return null;
  const combine = node.operation === "sum" ? addValues : multiplyValues;
  let result: MaybeValue = rational(node.operation === "sum" ? 0 : 1);
  for (let k = from.numerator; k <= to.numerator && result; k++) {
    const term = evaluate(node.body, {
      ...evaluation,
      point: evaluation.point.with(node.index, rational(k)),
    });
    result = both(result, term, (a, b) => combine(a, b, evaluation.bits));
    if (isLargeFraction(result)) evaluation.budget.operations -= costs.largeFraction;
  }
  return result;
}

type Some = NonNullable<MaybeValue>;

const map = (a: MaybeValue, change: (a: Some) => MaybeValue): MaybeValue => a && change(a);

const both = (a: MaybeValue, b: MaybeValue, combine: (a: Some, b: Some) => MaybeValue): MaybeValue =>
  a && b && combine(a, b);

function fold(
  nodes: readonly Node[],
  evaluation: Evaluation,
  combine: (a: Some, b: Some) => MaybeValue,
): MaybeValue {
  let result: MaybeValue = evaluate(nodes[0]!, evaluation);
  for (let index = 1; index < nodes.length && result; index++) {
    result = both(result, evaluate(nodes[index]!, evaluation), combine);
    if (isLargeFraction(result)) evaluation.budget.operations -= costs.largeFraction;
  }
  return result;
}

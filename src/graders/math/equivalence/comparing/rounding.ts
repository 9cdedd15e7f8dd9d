import { rational } from "../../../../mathematics/rational.ts";
import { evaluate } from "../numbers/evaluate.ts";
import { samplePoints } from "../numbers/points.ts";
import {
  addValues,
  isExact,
  multiplyValues,
  negateValue,
  signOfValue,
  type Value,
} from "../numbers/value.ts";
import { contains, namesIn } from "../syntax/children.ts";
import type { Node, Numeral } from "../syntax/node.ts";
import type { Comparison } from "./comparison.ts";

const bits = 320n;

/**
 * Whether one is a decimal of enough digits and the other a number that it correctly rounds: 0.3333 for 1/3, 4.1231 for
 * √17. A number that six decimal places can hold (1/8) must be met exactly, and so must another decimal.
 */
export function isRounding(a: Node, b: Node, comparison: Comparison): boolean {
  return rounds(a, b, comparison) || rounds(b, a, comparison);
}

function rounds(decimal: Node, exact: Node, { budget, roundedDigits }: Comparison): boolean {
  const numeral = decimalOf(decimal);
  if (!numeral?.decimal || numeral.decimal.significantDigits < roundedDigits) return false;
  if (namesIn(exact).size > 0 || contains(exact, (node) => node.kind === "number" && node.decimal !== null))
    return false;
  const evaluation = { bits, point: samplePoints[0]!, budget, realOnly: false };
  const [shown, value] = [evaluate(decimal, evaluation), evaluate(exact, evaluation)];
  if (!shown || !value || hasShortDecimal(value)) return false;
  const halfUnit = rational(1n, 2n * 10n ** BigInt(Math.max(0, numeral.decimal.places)));
  const distance = addValues(shown, negateValue(value), bits);
  return distance !== null && isWithin(distance, halfUnit);
}

/** −halfUnit ≤ distance ≤ halfUnit */
function isWithin(distance: Value, halfUnit: Value): boolean {
  return [distance, negateValue(distance)].every((side) => {
    const room = addValues(halfUnit, multiplyValues(side, rational(-1), bits)!, bits);
    const sign = room && signOfValue(room);
    return sign === 1 || sign === 0;
  });
}

function decimalOf(node: Node): Numeral | null {
  if (node.kind === "number") return node;
  return node.kind === "negation" ? decimalOf(node.operand) : null;
}

const hasShortDecimal = (value: Value): boolean => isExact(value) && 1_000_000n % value.denominator === 0n;

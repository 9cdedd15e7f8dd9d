import { rational } from "../../../../mathematics/rational.ts";
import { addValues, isExact, negateValue, signOfValue, type Value } from "./value.ts";

/** Whether a number is zero as far as its bits tell: exactly, or to within 2^-100. */
export function isNearZero(value: Value, bits: bigint): boolean {
  if (isExact(value)) return value.numerator === 0n;
  const error = (value.realError + value.imaginaryError) * 2 ** -Number(bits);
  const isInBall = signOfValue(value) === null && absolute(value.imaginary) <= ceiling(value.imaginaryError);
  return isInBall && absolute(value.real) <= ceiling(value.realError) && error < 2 ** -100;
}

/** The integer that a real number is as far as its bits tell; null where it is none. */
export function nearestInteger(value: Value, bits: bigint): bigint | null {
  if (isExact(value)) return value.denominator === 1n ? value.numerator : null;
  const integer = (value.real + (1n << (bits - 1n))) >> bits;
  const rest = addValues(value, negateValue(rational(integer)), bits);
  return rest && isNearZero(rest, bits) ? integer : null;
}

const absolute = (value: bigint) => (value < 0n ? -value : value);

const ceiling = (error: number) => (Number.isFinite(error) ? BigInt(Math.ceil(error)) : 0n);

import * as exact from "../../../../mathematics/rational.ts";
import { limits } from "../limits.ts";
import {
  addBalls,
  areApart,
  type Ball,
  fromRational,
  isReal,
  multiplyBalls,
  negateBall,
  signOf,
  sizeOf,
} from "./ball.ts";
import { divideBalls } from "./elementary.ts";
import { bitLength } from "./fixed-point.ts";

/** A number: exact where it is rational and of bounded size, otherwise known to within an error. */
export type Value = exact.Rational | Ball;

/** null: undefined, or beyond the limits. */
export type MaybeValue = Value | null;

export const isExact = (value: Value): value is exact.Rational => "numerator" in value;

export const toBall = (value: Value, bits: bigint): Ball =>
  isExact(value) ? fromRational(value, bits) : value;

const greatestInteger = 1n << BigInt(limits.integerBits);
const greatestPart = 1n << BigInt(limits.fractionBits);

const isWithinPart = (integer: bigint) => integer < greatestPart && -integer < greatestPart;

/** The fraction if it is within the limits of size. */
export function bounded(value: exact.Rational): MaybeValue {
  const { numerator, denominator } = value;
  const greatest = denominator === 1n ? greatestInteger : greatestPart;
  return numerator < greatest && -numerator < greatest && denominator < greatest ? value : null;
}

export function addValues(a: Value, b: Value, bits: bigint): MaybeValue {
  if (isExact(a) && isExact(b)) return bounded(exact.add(a, b));
  return addBalls(toBall(a, bits), toBall(b, bits));
}

export const negateValue = (a: Value): Value => (isExact(a) ? exact.negate(a) : negateBall(a));

export function multiplyValues(a: Value, b: Value, bits: bigint): MaybeValue {
  if (isExact(a) && isExact(b)) return bounded(exact.multiply(a, b));
  return multiplyBalls(toBall(a, bits), toBall(b, bits), bits);
}

export function divideValues(a: Value, b: Value, bits: bigint): MaybeValue {
  if (isExact(b) && b.numerator === 0n) return null;
  if (isExact(a) && isExact(b)) {
    const { numerator, denominator } = b;
    if (exact.isInteger(a) && exact.isInteger(b) && a.numerator % numerator === 0n)
      return exact.rational(a.numerator / numerator);
    const isSmall = [a.numerator, a.denominator, numerator, denominator].every(isWithinPart);
    // To reduce what is larger would take long.
    if (isSmall) return bounded(exact.divide(a, b));
  }
  return divideBalls(toBall(a, bits), toBall(b, bits), bits);
}

/** −1, 0 or 1; null where the number is not real or its sign is lost in the error. */
export function signOfValue(a: Value): -1 | 0 | 1 | null {
  if (isExact(a)) return a.numerator < 0n ? -1 : a.numerator > 0n ? 1 : 0;
  return isReal(a) ? signOf(a) || null : null;
}

/** Whether the number is surely not real. */
export function isNonReal(a: Value): boolean {
  return !isExact(a) && areApart(a, { ...a, imaginary: 0n, imaginaryError: 0 });
}

/** "unclear": the error is too large to tell. */
export type Agreement = "same" | "different" | "unclear";

/**
 * Different is proved: the two have no number in common. The same is exact for rationals; otherwise the two agree in
 * at least 100 bits (30 digits) of the larger one.
 */
export function agreement(a: Value, b: Value, bits: bigint): Agreement {
  if (isExact(a) && isExact(b)) return exact.equals(a, b) ? "same" : "different";
  const [x, y] = [toBall(a, bits), toBall(b, bits)];
  if (areApart(x, y)) return "different";
  const size = Math.max(sizeOf(x, bits), sizeOf(y, bits));
  const error = (x.realError + x.imaginaryError + y.realError + y.imaginaryError + 4) * 2 ** -Number(bits);
  if (error < size * 2 ** -100) return "same";
  return bits > 900n && error < 2 ** -600 ? "same" : "unclear";
}

/** The bits of the larger part of a fraction. */
export const bitsOf = (value: exact.Rational): number =>
  Math.max(bitLength(value.numerator), bitLength(value.denominator));

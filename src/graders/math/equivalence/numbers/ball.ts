import type { Rational } from "../../../../mathematics/rational.ts";
import { integerSquareRoot } from "./fixed-point.ts";

/**
 * A complex number known to within an error: real and imaginary part in fixed point, each with a bound on its error in
 * units of the last place. A real number has imaginary part 0n and imaginary error 0, so that realness is never lost
 * to rounding. "Different" is therefore proved, never guessed.
 */
export interface Ball {
  readonly real: bigint;
  readonly imaginary: bigint;
  readonly realError: number;
  readonly imaginaryError: number;
}

/** Operations return null where the result is undefined or cannot be bounded. */
export type MaybeBall = Ball | null;

export const realBall = (real: bigint, realError: number): Ball => ({
  real,
  imaginary: 0n,
  realError,
  imaginaryError: 0,
});

export const isReal = (a: Ball): boolean => a.imaginary === 0n && a.imaginaryError === 0;

export function fromRational(value: Rational, bits: bigint): Ball {
  const scaled = value.numerator << bits;
  const real = scaled / value.denominator;
  return realBall(real, real * value.denominator === scaled ? 0 : 1);
}

/** |x| as a double, from above, in units of 1 (not of the last place). */
export function magnitude(x: bigint, bits: bigint): number {
  if (x === 0n) return 0;
  const size = x < 0n ? -x : x;
  const above = size >> bits;
  return above > 1n << 50n ? Number(above) + 1 : Number(size) * (1 + 2 ** -50) * 2 ** -Number(bits);
}

export function addBalls(a: Ball, b: Ball): Ball {
  return {
    real: a.real + b.real,
    imaginary: a.imaginary + b.imaginary,
    realError: a.realError + b.realError,
    imaginaryError: a.imaginaryError + b.imaginaryError,
  };
}

export function negateBall(a: Ball): Ball {
  return { ...a, real: -a.real, imaginary: -a.imaginary };
}

export function multiplyBalls(a: Ball, b: Ball, bits: bigint): Ball {
  const real = (a.real * b.real) >> bits;
  const aSize = magnitude(a.real, bits);
  const bSize = magnitude(b.real, bits);
  const unit = 2 ** -Number(bits);
  const realError = aSize * b.realError + bSize * a.realError + a.realError * b.realError * unit + 1;
  if (isReal(a) && isReal(b)) {
    const isExact = a.realError === 0 && b.realError === 0 && real << bits === a.real * b.real;
    return realBall(real, isExact ? 0 : realError);
  }
  const aHeight = magnitude(a.imaginary, bits);
  const bHeight = magnitude(b.imaginary, bits);
  return {
    real: real - ((a.imaginary * b.imaginary) >> bits),
    imaginary: (a.real * b.imaginary + a.imaginary * b.real) >> bits,
    realError:
      realError +
      aHeight * b.imaginaryError +
      bHeight * a.imaginaryError +
      a.imaginaryError * b.imaginaryError * unit +
      1,
    imaginaryError:
      aSize * b.imaginaryError +
      bHeight * a.realError +
      aHeight * b.realError +
      bSize * a.imaginaryError +
      (a.realError * b.imaginaryError + a.imaginaryError * b.realError) * unit +
      2,
  };
}

/** 1/a; null where a may be zero. */
export function invertBall(a: Ball, bits: bigint): MaybeBall {
  const norm = a.real * a.real + a.imaginary * a.imaginary;
  const size = sizeOf(a, bits);
  const error = Math.hypot(a.realError, a.imaginaryError);
  const least = size - (error + 2) * 2 ** -Number(bits);
  if (norm === 0n || !(least > 0)) return null;
  const spread = error / (size * least) + 2;
  const real = (a.real << (2n * bits)) / norm;
  if (isReal(a)) return realBall(real, spread);
  return { real, imaginary: -(a.imaginary << (2n * bits)) / norm, realError: spread, imaginaryError: spread };
}

/** |a| as a double. */
export function sizeOf(a: Ball, bits: bigint): number {
  if (a.imaginary === 0n) return magnitude(a.real, bits);
  return magnitude(integerSquareRoot(a.real * a.real + a.imaginary * a.imaginary), bits);
}

/** Whether two balls have no number in common. */
export function areApart(a: Ball, b: Ball): boolean {
  return (
    exceeds(a.real - b.real, a.realError + b.realError) ||
    exceeds(a.imaginary - b.imaginary, a.imaginaryError + b.imaginaryError)
  );
}

/** −1, 0 or 1 as the real part is surely negative, not known, or surely positive. */
export function signOf(a: Ball): -1 | 0 | 1 {
  if (!exceeds(a.real, a.realError)) return 0;
  return a.real > 0n ? 1 : -1;
}

export function exceeds(distance: bigint, error: number): boolean {
  if (!Number.isFinite(error)) return false;
  return (distance < 0n ? -distance : distance) > BigInt(Math.ceil(error));
}

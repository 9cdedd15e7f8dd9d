import {
  type Ball,
  invertBall,
  isReal,
  type MaybeBall,
  magnitude,
  multiplyBalls,
  negateBall,
  realBall,
  signOf,
  sizeOf,
} from "./ball.ts";
import { angleOf, exponential, integerSquareRoot, logarithm, pi, sineAndCosine } from "./fixed-point.ts";

/** Elementary functions of balls, by their principal values. The error of a result follows from the derivative. */

/** e^700 is the largest result: error bounds are doubles, and e^710 is beyond them. */
const greatestExponent = 700;

const unitOf = (bits: bigint) => 2 ** -Number(bits);

export function expBall(a: Ball, bits: bigint): MaybeBall {
  const size = magnitude(a.real, bits);
  const spread = Math.hypot(a.realError, a.imaginaryError) * unitOf(bits);
  if (size > greatestExponent || !(spread < 0.1)) return null;
  const real = exponential(a.real, bits);
  const modulus = realBall(real, magnitude(real, bits) * (1.1 * a.realError + 1) + 2);
  if (isReal(a)) return modulus;
  const { sine, cosine } = circular(a.imaginary, a.imaginaryError, bits);
  return multiplyBalls(modulus, { ...cosine, imaginary: sine.real, imaginaryError: sine.realError }, bits);
}

function circular(x: bigint, error: number, bits: bigint): { sine: Ball; cosine: Ball } {
  const { sine, cosine } = sineAndCosine(x, bits);
  return { sine: realBall(sine, error + 2), cosine: realBall(cosine, error + 2) };
}

/** The principal logarithm; null at zero and where the ball crosses the negative axis. */
export function logBall(a: Ball, bits: bigint): MaybeBall {
  const size = sizeOf(a, bits);
  const error = Math.hypot(a.realError, a.imaginaryError);
  const spread = (1.2 * error) / size + 3;
  if (!(error * unitOf(bits) < size / 4)) return null;
  const modulus = integerSquareRoot(a.real * a.real + a.imaginary * a.imaginary);
  if (modulus === 0n) return null;
  const real = logarithm(modulus, bits);
  const rounding = isReal(a) ? 0 : 2 / size;
  if (isReal(a) && a.real > 0n) return realBall(real, spread);
  const imaginary = argument(a, bits);
  return (
    imaginary && {
      real,
      imaginary: imaginary.real,
      realError: spread + rounding,
      imaginaryError: imaginary.realError,
    }
  );
}

/** The angle of a number that is not zero. */
export function argument(a: Ball, bits: bigint): MaybeBall {
  if (isReal(a)) return a.real > 0n ? realBall(0n, 0) : realBall(pi(bits), 1);
  const touchesAxis = signOf(realBall(a.imaginary, a.imaginaryError)) === 0;
  if (touchesAxis && signOf(a) !== 1) return null;
  return angleBall(realBall(a.imaginary, a.imaginaryError), realBall(a.real, a.realError), bits);
}

/** The angle of the point (x, y), both real. */
export function angleBall(y: Ball, x: Ball, bits: bigint): MaybeBall {
  const size = Math.hypot(magnitude(x.real, bits), magnitude(y.real, bits));
  const error = Math.hypot(x.realError, y.realError);
  if ((x.real === 0n && y.real === 0n) || !(error * unitOf(bits) < size / 4)) return null;
  return realBall(angleOf(y.real, x.real, bits), (1.5 * error) / size + 2);
}

/** The principal square root. */
export function squareRootBall(a: Ball, bits: bigint): MaybeBall {
  if (!isReal(a)) return complexSquareRoot(a, bits);
  const sign = signOf(a);
  if (sign === 0) {
    const most = magnitude(a.real, bits) + (a.realError + 1) * unitOf(bits);
    return Number.isFinite(most) ? realBall(0n, Math.sqrt(most) / unitOf(bits) + 1) : null;
  }
  const size = a.real < 0n ? -a.real : a.real;
  const root = integerSquareRoot(size << bits);
  const error =
    a.realError === 0 ? (root * root === size << bits ? 0 : 1) : a.realError / magnitude(root, bits) + 1;
  return sign > 0
    ? realBall(root, error)
    : { real: 0n, imaginary: root, realError: 0, imaginaryError: error };
}

function complexSquareRoot(a: Ball, bits: bigint): MaybeBall {
  const touchesAxis = signOf(realBall(a.imaginary, a.imaginaryError)) === 0;
  if (touchesAxis && signOf(a) !== 1) return null;
  const modulus = integerSquareRoot(a.real * a.real + a.imaginary * a.imaginary);
  const real = integerSquareRoot(((modulus + a.real) << bits) >> 1n);
  const imaginary = integerSquareRoot(((modulus - a.real) << bits) >> 1n);
  const root = magnitude(integerSquareRoot(modulus << bits), bits);
  const error = Math.hypot(a.realError, a.imaginaryError);
  const least = Math.min(magnitude(real, bits), magnitude(imaginary, bits));
  const spread = (1.2 * error) / root + 2 / Math.max(least, 2 ** (-Number(bits) / 2)) + 2;
  return {
    real,
    imaginary: a.imaginary < 0n ? -imaginary : imaginary,
    realError: spread,
    imaginaryError: spread,
  };
}

export function sineBall(a: Ball, bits: bigint): MaybeBall {
  if (isReal(a))
    return Number.isFinite(a.realError) && magnitude(a.real, bits) < 1e30
      ? circular(a.real, a.realError, bits).sine
      : null;
  return halfDifference(a, bits, -1);
}

export function cosineBall(a: Ball, bits: bigint): MaybeBall {
  if (isReal(a))
    return Number.isFinite(a.realError) && magnitude(a.real, bits) < 1e30
      ? circular(a.real, a.realError, bits).cosine
      : null;
  return halfDifference(a, bits, 1);
}

/** (e^{ia} + e^{−ia})/2 with the sign 1, (e^{ia} − e^{−ia})/2i with −1. */
function halfDifference(a: Ball, bits: bigint, sign: 1 | -1): MaybeBall {
  const turned = {
    real: -a.imaginary,
    imaginary: a.real,
    realError: a.imaginaryError,
    imaginaryError: a.realError,
  };
  const forward = expBall(turned, bits);
  const backward = expBall(negateBall(turned), bits);
  if (!forward || !backward) return null;
  const half = (x: bigint, y: bigint) => (sign > 0 ? x + y : x - y) >> 1n;
  const real = half(forward.real, backward.real);
  const imaginary = half(forward.imaginary, backward.imaginary);
  const realError = forward.realError + backward.realError + 1;
  const imaginaryError = forward.imaginaryError + backward.imaginaryError + 1;
  if (sign > 0) return { real, imaginary, realError, imaginaryError };
  return { real: imaginary, imaginary: -real, realError: imaginaryError, imaginaryError: realError };
}

/** a^b = e^{b ln a}. */
export function powerBall(a: Ball, b: Ball, bits: bigint): MaybeBall {
  const logarithmOfBase = logBall(a, bits);
  return logarithmOfBase && expBall(multiplyBalls(b, logarithmOfBase, bits), bits);
}

export function divideBalls(a: Ball, b: Ball, bits: bigint): MaybeBall {
  const inverse = invertBall(b, bits);
  return inverse && multiplyBalls(a, inverse, bits);
}

import { isInteger, type Rational, rational } from "../../../../mathematics/rational.ts";
import { limits } from "../limits.ts";
import { type Ball, isReal, multiplyBalls, sizeOf } from "./ball.ts";
import { powerBall, squareRootBall } from "./elementary.ts";
import {
  bitsOf,
  divideValues,
  isExact,
  type MaybeValue,
  negateValue,
  signOfValue,
  toBall,
  type Value,
} from "./value.ts";

/**
 * base^exponent. With `isRealRoot` a negative real base and a fractional exponent of odd denominator give the real root,
 * as school mathematics reads (-8)^(1/3); a variable exponent never means that. 0^0 is 1.
 */
export function powerOf(base: Value, exponent: Value, bits: bigint, isRealRoot: boolean): MaybeValue {
  if (isExact(exponent)) {
    if (isInteger(exponent)) return integerPower(base, exponent.numerator, bits);
    if (exponent.denominator <= 64n && (isRealRoot || signOfValue(base) === 1))
      return rootPower(base, exponent, bits);
  }
  if (isExact(base) && base.numerator === 0n) return signOfValue(exponent) === 1 ? rational(0) : null;
  return powerBall(toBall(base, bits), toBall(exponent, bits), bits);
}

function integerPower(base: Value, exponent: bigint, bits: bigint): MaybeValue {
  if (exponent < 0n) {
    const positive = integerPower(base, -exponent, bits);
    return positive && divideValues(rational(1), positive, bits);
  }
  if (exponent === 0n) return rational(1);
  if (isExact(base)) {
    const { numerator, denominator } = base;
    if (denominator === 1n && (numerator === 1n || numerator === 0n)) return base;
    if (denominator === 1n && numerator === -1n) return exponent % 2n === 0n ? rational(1) : base;
    const size = bitsOf(base) * Number(exponent);
    if (size <= (denominator === 1n ? limits.integerBits : limits.fractionBits))
      return { numerator: numerator ** exponent, denominator: denominator ** exponent };
  }
  return ballPower(toBall(base, bits), exponent, bits);
}

function ballPower(base: Ball, exponent: bigint, bits: bigint): MaybeValue {
  const growth = Math.log2(sizeOf(base, bits)) * Number(exponent);
  if (exponent > 1n << 40n || growth > 1000 || growth < -Number(bits)) return null;
  let result: Ball | null = null;
  let square = base;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = result ? multiplyBalls(result, square, bits) : square;
    if (rest > 1n) square = multiplyBalls(square, square, bits);
  }
  return result;
}

/** base^(p/q) through the q-th root. */
function rootPower(base: Value, exponent: Rational, bits: bigint): MaybeValue {
  const root = rootOf(base, exponent.denominator, bits);
  return root && integerPower(root, exponent.numerator, bits);
}

/** The n-th root: real where the base is real and that is possible, exact for perfect powers, principal otherwise. */
export function rootOf(base: Value, degree: bigint, bits: bigint): MaybeValue {
  const sign = signOfValue(base);
  if (sign === 0) return base;
  if (sign === -1 && degree % 2n === 1n) {
    const root = rootOf(negateValue(base), degree, bits);
    return root && negateValue(root);
  }
  if (isExact(base) && sign === 1) {
    const exactly = exactRoot(base, degree);
    if (exactly) return exactly;
  }
  const ball = toBall(base, bits);
  if (degree === 2n) return squareRootBall(ball, bits);
  if (sign === null && isReal(ball)) return null;
  return powerBall(ball, toBall(rational(1n, degree), bits), bits);
}

function exactRoot(value: Rational, degree: bigint): Rational | null {
  const numerator = integerRoot(value.numerator, degree);
  const denominator = integerRoot(value.denominator, degree);
  return numerator === null || denominator === null ? null : { numerator, denominator };
}

/** The n-th root of a positive integer if it is one. */
function integerRoot(value: bigint, degree: bigint): bigint | null {
  if (value === 1n) return 1n;
  const bits = bitsOf({ numerator: value, denominator: 1n });
  // 2 to the power of the degree is already larger.
  if (degree >= BigInt(bits)) return null;
  const bitsOfRoot = bits / Number(degree) + 1;
  let estimate = 1n << BigInt(Math.ceil(bitsOfRoot));
  for (;;) {
    const better = ((degree - 1n) * estimate + value / estimate ** (degree - 1n)) / degree;
    if (better >= estimate) break;
    estimate = better;
  }
  return estimate ** degree === value ? estimate : null;
}

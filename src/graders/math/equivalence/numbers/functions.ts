import { type Rational, rational } from "../../../../mathematics/rational.ts";
import type { FunctionName } from "../syntax/node.ts";
import { type Ball, isReal, type MaybeBall, multiplyBalls, negateBall, realBall, sizeOf } from "./ball.ts";
import {
  angleBall,
  cosineBall,
  divideBalls,
  expBall,
  logBall,
  sineBall,
  squareRootBall,
} from "./elementary.ts";
import { choose, doubleFactorial, factorial, fallingFactorial, gcdOf, lcmOf } from "./integers.ts";
import { rootOf } from "./powers.ts";
import {
  addValues,
  divideValues,
  isExact,
  type MaybeValue,
  negateValue,
  signOfValue,
  toBall,
  type Value,
} from "./value.ts";

/** The value of a function; null where it is undefined or an argument is missing. */
export function applyFunction(name: FunctionName, operands: readonly MaybeValue[], bits: bigint): MaybeValue {
  const given = operands.filter((operand) => operand !== null);
  if (given.length < operands.length || given.length === 0) return null;
  const [x, y] = given as [Value, Value | undefined];
  switch (name) {
    case "root":
      return y && isExact(y) && y.denominator === 1n && y.numerator > 0n
        ? rootOf(x, y.numerator, bits)
        : null;
    case "ln":
      return isExact(x) && isOne(x) ? rational(0) : logBall(toBall(x, bits), bits);
    case "log":
      return logarithmInBase(x, y ?? rational(10), bits);
    case "absolute":
      return absoluteOf(x, bits);
    case "floor":
      return rounded(x, bits);
    case "ceiling": {
      const below = rounded(negateValue(x), bits);
      return below && negateValue(below);
    }
    case "factorial":
      return isExact(x) ? factorial(x) : null;
    case "double factorial":
      return isExact(x) ? doubleFactorial(x) : null;
    case "conjugate":
      return isExact(x) ? x : { ...x, imaginary: -x.imaginary };
    case "binomial":
      return y && isExact(x) && isExact(y) ? choose(x, y) : null;
    case "permutations":
      return y && isExact(x) && isExact(y) ? fallingFactorial(x, y) : null;
    case "gcd":
    case "lcm":
      return given.every(isExact) ? (name === "gcd" ? gcdOf : lcmOf)(given) : null;
    case "minimum":
    case "maximum":
      return given.reduce<MaybeValue>(
        (best, value) => best && extreme(best, value, name === "maximum" ? 1 : -1, bits),
        x,
      );
    case "remainder":
      return y && isExact(x) && isExact(y) ? remainder(x, y) : null;
    default:
      return transcendental(name, toBall(x, bits), bits);
  }
}

function transcendental(name: FunctionName, x: Ball, bits: bigint): MaybeBall {
  const one = realBall(1n << bits, 0);
  const over = (a: MaybeBall, b: MaybeBall) => a && b && divideBalls(a, b, bits);
  switch (name) {
    case "sin":
      return sineBall(x, bits);
    case "cos":
      return cosineBall(x, bits);
    case "tan":
      return over(sineBall(x, bits), cosineBall(x, bits));
    case "cot":
      return over(cosineBall(x, bits), sineBall(x, bits));
    case "sec":
      return over(one, cosineBall(x, bits));
    case "csc":
      return over(one, sineBall(x, bits));
    case "arcsin":
      return onUnitCircle(x, bits, (across, up) => angleBall(up, across, bits));
    case "arccos":
      return onUnitCircle(x, bits, (across, up) => angleBall(across, up, bits));
    case "arctan":
      return isReal(x) ? angleBall(x, one, bits) : null;
    case "arccot":
      return isReal(x) ? angleBall(one, x, bits) : null;
    case "sinh":
    case "cosh":
    case "tanh":
      return hyperbolic(name, x, bits);
    case "exp":
      return expBall(x, bits);
    default:
      return null;
  }
}

/** Calls with √(1 − x²) and x, for −1 ≤ x ≤ 1. */
function onUnitCircle(x: Ball, bits: bigint, angle: (across: Ball, up: Ball) => MaybeBall): MaybeBall {
  if (!isReal(x) || sizeOf(x, bits) > 1 + 2 ** -50) return null;
  const square = negateBall(multiplyBalls(x, x, bits));
  const across = squareRootBall({ ...square, real: square.real + (1n << bits) }, bits);
  return across && isReal(across) ? angle(across, x) : null;
}

function hyperbolic(name: "sinh" | "cosh" | "tanh", x: Ball, bits: bigint): MaybeBall {
  const up = expBall(x, bits);
  const down = expBall(negateBall(x), bits);
  if (!up || !down) return null;
  const cosh = addBallsOf(up, down);
  const sinh = addBallsOf(up, negateBall(down));
  const two = realBall(2n << bits, 0);
  if (name === "tanh") return divideBalls(sinh, cosh, bits);
  return divideBalls(name === "sinh" ? sinh : cosh, two, bits);
}

const addBallsOf = (a: Ball, b: Ball): Ball => ({
  real: a.real + b.real,
  imaginary: a.imaginary + b.imaginary,
  realError: a.realError + b.realError,
  imaginaryError: a.imaginaryError + b.imaginaryError,
});

function logarithmInBase(x: Value, base: Value, bits: bigint): MaybeValue {
  const [above, below] = [logBall(toBall(x, bits), bits), logBall(toBall(base, bits), bits)];
  return above && below && divideValues(above, below, bits);
}

function absoluteOf(x: Value, bits: bigint): MaybeValue {
  const sign = signOfValue(x);
  if (sign !== null) return sign < 0 ? negateValue(x) : x;
  const ball = toBall(x, bits);
  if (isReal(ball)) return { ...ball, real: ball.real < 0n ? -ball.real : ball.real };
  const conjugate = { ...ball, imaginary: -ball.imaginary };
  const square = multiplyBalls(ball, conjugate, bits);
  return squareRootBall(realBall(square.real, square.realError), bits);
}

/** The greatest integer at most x; null where the error of x does not tell. */
function rounded(x: Value, bits: bigint): Rational | null {
  if (isExact(x)) {
    const quotient = x.numerator / x.denominator;
    return rational(x.numerator < 0n && quotient * x.denominator !== x.numerator ? quotient - 1n : quotient);
  }
  if (!isReal(x) || !Number.isFinite(x.realError)) return null;
  const error = BigInt(Math.ceil(x.realError));
  const [low, high] = [(x.real - error) >> bits, (x.real + error) >> bits];
  return low === high ? rational(low) : null;
}

function extreme(a: Value, b: Value, wanted: 1 | -1, bits: bigint): MaybeValue {
  const gap = addValues(a, negateValue(b), bits);
  const sign = gap && signOfValue(gap);
  return sign === null ? null : sign * wanted >= 0 ? a : b;
}

function remainder(x: Rational, y: Rational): Rational | null {
  if (x.denominator !== 1n || y.denominator !== 1n || y.numerator <= 0n) return null;
  return rational(((x.numerator % y.numerator) + y.numerator) % y.numerator);
}

const isOne = (x: Rational) => x.numerator === 1n && x.denominator === 1n;

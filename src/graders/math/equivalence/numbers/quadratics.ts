import { rational } from "../../../../mathematics/rational.ts";
import { isNearZero } from "./near-zero.ts";
import { rootOf } from "./powers.ts";
import {
  addValues,
  divideValues,
  type MaybeValue,
  multiplyValues,
  negateValue,
  signOfValue,
  type Value,
} from "./value.ts";

/** Where a function is looked at before it counts as a polynomial of at most the second degree. */
const probes = [-3, 5, 11] as const;

/**
 * The roots of a function that is a polynomial of at most the second degree, in ascending order where they are real;
 * none of a constant. null: it is no such polynomial, or is not defined where it is probed.
 *
 * @param complex whether roots that are not real count
 */
export function quadraticRoots(
  valueAt: (x: Value) => MaybeValue,
  bits: bigint,
  complex: boolean,
): readonly Value[] | null {
  const [atZero, atOne, atTwo] = [0, 1, 2].map((x) => valueAt(rational(x)));
  if (!atZero || !atOne || !atTwo) return null;
  const plus = (...terms: readonly MaybeValue[]) =>
    terms.reduce((sum, term) => sum && term && addValues(sum, term, bits), rational(0) as MaybeValue);
  const times = (factor: number, value: MaybeValue) => value && multiplyValues(rational(factor), value, bits);
  const square = halved(plus(atTwo, times(-2, atOne), atZero), bits);
  const slope = plus(atOne, times(-1, atZero), times(-1, square));
  if (!square || !slope) return null;
  const isPolynomial = probes.every((x) => {
    const rest = plus(valueAt(rational(x)), times(-x * x, square), times(-x, slope), times(-1, atZero));
    return rest !== null && isNearZero(rest, bits);
  });
  return isPolynomial ? rootsOf(square, slope, atZero, bits, complex) : null;
}

const halved = (value: MaybeValue, bits: bigint) => value && multiplyValues(value, rational(1, 2), bits);

function rootsOf(
  square: Value,
  slope: Value,
  constant: Value,
  bits: bigint,
  complex: boolean,
): readonly Value[] | null {
  if (isNearZero(square, bits)) {
    if (isNearZero(slope, bits)) return [];
    const root = divideValues(negateValue(constant), slope, bits);
    return root && [root];
  }
  const middle = divideValues(negateValue(slope), multiplyValues(rational(2), square, bits)!, bits);
  const product = divideValues(constant, square, bits);
  const discriminant =
    middle && product && addValues(multiplyValues(middle, middle, bits)!, negateValue(product), bits);
  if (!discriminant) return null;
  if (isNearZero(discriminant, bits)) return [middle];
  if (!complex && signOfValue(discriminant) !== 1) return signOfValue(discriminant) === -1 ? [] : null;
  const half = rootOf(discriminant, 2n, bits);
  const [low, high] = half
    ? [addValues(middle, negateValue(half), bits), addValues(middle, half, bits)]
    : [null, null];
  return low && high && [low, high];
}

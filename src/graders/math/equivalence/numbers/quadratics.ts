import { multiply, rational } from "../../../../mathematics/rational.ts";
import { arithmeticWith } from "./arithmetic.ts";
import { isNearZero } from "./near-zero.ts";
import { rootOf } from "./powers.ts";
import { type MaybeValue, signOfValue, type Value } from "./value.ts";

/** Where a function is looked at before it counts as a polynomial: not at integers only, where ⌊x⌋ is x. */
const probes = [rational(-7, 3), rational(5, 2), rational(11)];

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
  const { plus, minus, times } = arithmeticWith(bits);
  const square = times(rational(1, 2), plus(atTwo, times(rational(-2), atOne), atZero));
  const slope = minus(minus(atOne, atZero), square);
  if (!square || !slope) return null;
  const isPolynomial = probes.every((x) => {
    const shown = plus(times(multiply(x, x), square), times(x, slope), atZero);
    const rest = minus(valueAt(x), shown);
    return rest !== null && isNearZero(rest, bits);
  });
  return isPolynomial ? rootsOf({ square, slope, constant: atZero }, bits, complex) : null;
}

interface Quadratic {
  readonly square: Value;
  readonly slope: Value;
  readonly constant: Value;
}

function rootsOf(
  { square, slope, constant }: Quadratic,
  bits: bigint,
  complex: boolean,
): readonly Value[] | null {
  const { plus, minus, times, over } = arithmeticWith(bits);
  if (isNearZero(square, bits)) {
    if (isNearZero(slope, bits)) return [];
    const root = over(minus(rational(0), constant), slope);
    return root && [root];
  }
  const middle = over(slope, times(rational(-2), square));
  const discriminant = minus(times(middle, middle), over(constant, square));
  if (!middle || !discriminant) return null;
  if (isNearZero(discriminant, bits)) return [middle];
  if (!complex && signOfValue(discriminant) !== 1) return signOfValue(discriminant) === -1 ? [] : null;
  const half = rootOf(discriminant, 2n, bits);
  const [low, high] = [minus(middle, half), plus(middle, half)];
  return low && high && [low, high];
}

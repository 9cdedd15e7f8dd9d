import { type Rational, rational } from "../../../../mathematics/rational.ts";

/** Factors that a product may have: 1500! is the largest factorial that is written out. */
const greatestCount = 1500n;

const isNatural = (x: Rational) => x.denominator === 1n && x.numerator >= 0n;

export function factorial(x: Rational): Rational | null {
  return isNatural(x) ? fallingFactorial(x, x) : null;
}

/** n (n−2) (n−4) … */
export function doubleFactorial(n: Rational): Rational | null {
  if (!isNatural(n) || n.numerator > greatestCount) return null;
  let result = 1n;
  for (let factor = n.numerator; factor > 1n; factor -= 2n) result *= factor;
  return rational(result);
}

/** n (n−1) … (n−k+1) */
export function fallingFactorial(n: Rational, k: Rational): Rational | null {
  if (n.denominator !== 1n || !isNatural(k) || k.numerator > greatestCount || bigger(n)) return null;
  let result = 1n;
  for (let factor = 0n; factor < k.numerator; factor++) result *= n.numerator - factor;
  return rational(result);
}

/** n over k for integers n ≥ 0. */
export function choose(n: Rational, k: Rational): Rational | null {
  if (!isNatural(n) || k.denominator !== 1n || bigger(n)) return null;
  if (k.numerator < 0n || k.numerator > n.numerator) return rational(0);
  const taken = 2n * k.numerator > n.numerator ? n.numerator - k.numerator : k.numerator;
  const above = fallingFactorial(n, rational(taken));
  const below = factorial(rational(taken));
  return above && below && rational(above.numerator / below.numerator);
}

export function gcdOf(values: readonly Rational[]): Rational | null {
  return reduceIntegers(values, greatestCommonDivisor);
}

export function lcmOf(values: readonly Rational[]): Rational | null {
  return reduceIntegers(values, (a, b) =>
    a === 0n || b === 0n ? 0n : (a / greatestCommonDivisor(a, b)) * b,
  );
}

function reduceIntegers(
  values: readonly Rational[],
  combine: (a: bigint, b: bigint) => bigint,
): Rational | null {
  if (values.some((value) => value.denominator !== 1n)) return null;
  const result = values.map((value) => value.numerator).reduce(combine);
  return rational(result < 0n ? -result : result);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** Beyond this a product of many factors would take long. */
const bigger = (n: Rational) => n.numerator > 1n << 64n || n.numerator < -(1n << 64n);

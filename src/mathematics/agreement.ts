import { absolute, compare, divide, multiply, one, type Rational, rational, subtract } from "./rational.ts";

/** Calculators print doubles: 12.000000000000002 for 12. */
const floatingPointNoise = rational(1, 10n ** 9n);

/** Whether two values are equal up to the noise of a calculation in floating point. */
export function nearlyEquals(a: Rational, b: Rational): boolean {
  const difference = absolute(subtract(a, b));
  if (difference.numerator === 0n) return true;
  return compare(difference, multiply(floatingPointNoise, absolute(b))) <= 0;
}

/**
 * Whether a number as written states this value: exactly, or rounded (or cut off) at the decimals that it has. A
 * number without decimals states its value alone: 33 is not 100 / 3, 33.3 is.
 */
export function statesValue(literal: { text: string; value: Rational }, value: Rational): boolean {
  if (nearlyEquals(literal.value, value)) return true;
  const decimals = /\.(\d+)/.exec(literal.text)?.[1]?.length ?? 0;
  if (decimals === 0) return false;
  const lastPlace = divide(
    literal.text.endsWith("%") ? rational(1, 100) : one,
    rational(10n ** BigInt(decimals)),
  );
  return compare(absolute(subtract(literal.value, value)), lastPlace) < 0;
}

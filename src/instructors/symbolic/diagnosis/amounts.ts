/** Relative difference below which a value that is no integer passes for another: 33.33 for 100 / 3. */
const roundingTolerance = 5e-4;

/** Relative difference that the arithmetic of doubles can make. */
const floatingPointNoise = 1e-9;

/**
 * Whether two values are the same amount: equal, or one a rounding of the other. Two integers are never roundings of
 * each other.
 */
export function sameAmount(a: number, b: number): boolean {
  const difference = Math.abs(a - b);
  const size = Math.max(Math.abs(a), Math.abs(b));
  if (difference <= floatingPointNoise * size) return true;
  return !(Number.isInteger(a) && Number.isInteger(b)) && difference <= roundingTolerance * size;
}

export function includesAmount(amounts: readonly number[], amount: number): boolean {
  return amounts.some((candidate) => sameAmount(candidate, amount));
}

/** The amount for a person to read, without the noise of doubles. */
export function amountText(amount: number): string {
  return String(Number(amount.toPrecision(9)));
}

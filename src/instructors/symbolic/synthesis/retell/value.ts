/** A part of a whole: 20% is 20/100. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** A number of a story. Amounts are integers, or dollars with whole cents. */
export type Value = number | Share;

/** What numbers a stated number may be, or a result must lie between; natural choices may be listed repeatedly. */
export type Choices = readonly Value[];

/** Every integer, or every multiple of `step`, from `low` to `high`. */
export function range(low: number, high: number, step = 1): readonly number[] {
  return Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, index) => low + index * step);
}

export const percents: readonly Share[] = [5, 10, 10, 15, 20, 20, 25, 25, 30, 40, 50, 60, 75, 80].map(
  (numerator) => ({ numerator, denominator: 100 }),
);

export const fractions: readonly Share[] = [
  [1, 2],
  [1, 3],
  [2, 3],
  [1, 4],
  [3, 4],
  [1, 5],
  [2, 5],
  [3, 5],
  [1, 6],
  [1, 8],
  [3, 8],
].map(([numerator, denominator]) => ({ numerator: numerator!, denominator: denominator! }));

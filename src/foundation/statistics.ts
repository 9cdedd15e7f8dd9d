/** A 95 % confidence interval. */
export interface Interval {
  low: number;
  high: number;
}

/** `count` of `n`, as a share in [0, 1] with its Wilson interval. */
export interface Proportion {
  count: number;
  n: number;
  value: number;
  interval: Interval;
}

/** Two classifications of the same items, counted together: the 2 × 2 table of a paired comparison. */
export interface PairedCounts {
  /** Right both before and after. */
  bothRight: number;
  /** Wrong before, right after. */
  fixed: number;
  /** Right before, wrong after. */
  broken: number;
  bothWrong: number;
}

/** Share right after minus share right before, in [-1, 1]. */
export interface PairedDifference {
  value: number;
  interval: Interval;
}

/** The 97.5 % point of the standard normal distribution: every interval here is two-sided at 95 %. */
const z = 1.959963984540054;

/**
 * Wilson's score interval for a proportion (Wilson 1927): never leaves [0, 1], sound for small n and for shares
 * near 0 and 1.
 *
 * @throws RangeError when `n` is not positive or `count` lies outside 0..n.
 */
export function proportion(count: number, n: number): Proportion {
  if (!(n > 0 && count >= 0 && count <= n)) {
    throw new RangeError(`a proportion needs 0 <= count <= n and n > 0, not ${count} of ${n}`);
  }
  const value = count / n;
  const scale = 1 + z ** 2 / n;
  const centre = (value + z ** 2 / (2 * n)) / scale;
  const halfWidth = (z / scale) * Math.sqrt((value * (1 - value)) / n + z ** 2 / (4 * n ** 2));
  return {
    count,
    n,
    value,
    interval: {
      low: count === 0 ? 0 : Math.max(0, centre - halfWidth),
      high: count === n ? 1 : Math.min(1, centre + halfWidth),
    },
  };
}

/** Counts pairs of (right before, right after). */
export function countPairs(pairs: Iterable<readonly [before: boolean, after: boolean]>): PairedCounts {
  const counts: PairedCounts = { bothRight: 0, fixed: 0, broken: 0, bothWrong: 0 };
  for (const [before, after] of pairs) {
    if (before) counts[after ? "bothRight" : "broken"]++;
    else counts[after ? "fixed" : "bothWrong"]++;
  }
  return counts;
}

/**
 * Difference of two paired proportions with Newcombe's interval (Statistics in Medicine 17, 1998, 2635–2650, method
 * 10): the two Wilson intervals combined by squares, with the correlation of the pairs, corrected for continuity.
 * Unlike the Wald interval it keeps its coverage when few answers changed.
 *
 * @throws RangeError when there are no pairs.
 */
export function pairedDifference(counts: PairedCounts): PairedDifference {
  const n = counts.bothRight + counts.fixed + counts.broken + counts.bothWrong;
  const before = proportion(counts.bothRight + counts.broken, n);
  const after = proportion(counts.bothRight + counts.fixed, n);
  const correlation = correctedCorrelation(counts, n);
  const width = (one: number, other: number) =>
    Math.sqrt(one ** 2 - 2 * correlation * one * other + other ** 2);

  const value = (counts.fixed - counts.broken) / n;
  const below = width(after.value - after.interval.low, before.interval.high - before.value);
  const above = width(after.interval.high - after.value, before.value - before.interval.low);
  return { value, interval: { low: value - below, high: value + above } };
}

/** Newcombe's phi: the correlation of the two classifications, drawn towards zero where it is positive. */
function correctedCorrelation({ bothRight, fixed, broken, bothWrong }: PairedCounts, n: number): number {
  const margins = (bothRight + fixed) * (broken + bothWrong) * (bothRight + broken) * (fixed + bothWrong);
  if (margins === 0) return 0;
  const covariance = bothRight * bothWrong - fixed * broken;
  return (covariance > 0 ? Math.max(covariance - n / 2, 0) : covariance) / Math.sqrt(margins);
}

/**
 * McNemar's exact test: the two-sided binomial probability of a split at least as uneven as `fixed` to `broken`
 * when each changed answer is as likely to improve as to worsen. 1 when nothing changed.
 */
export function mcnemarExact({ fixed, broken }: Pick<PairedCounts, "fixed" | "broken">): number {
  const changed = fixed + broken;
  let logTerm = -changed * Math.LN2;
  let tail = Math.exp(logTerm);
  for (let k = 1; k <= Math.min(fixed, broken); k++) {
    logTerm += Math.log((changed - k + 1) / k);
    tail += Math.exp(logTerm);
  }
  return Math.min(1, 2 * tail);
}

/** Arithmetic mean; NaN of nothing. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

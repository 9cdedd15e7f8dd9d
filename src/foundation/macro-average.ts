import { createRandom } from "./random.ts";
import type { Interval, Proportion } from "./statistics.ts";

/** A mean of shares, in [0, 1]. */
export interface MacroAverage {
  value: number;
  interval: Interval;
}

const resamples = 2_000;

/**
 * The mean of several shares, each of equal weight, with its percentile bootstrap interval (Efron 1979): the items
 * behind every share are drawn anew 2,000 times. Of n items that are right or wrong, drawing n with replacement gives a
 * binomial count, so that counts are drawn and not items. A share of 0 or 1 stays where it is in every draw.
 *
 * @param seed the same seed and shares give the same interval
 * @throws RangeError without shares
 */
export function macroAverage(shares: readonly Proportion[], seed: string): MacroAverage {
  if (shares.length === 0) throw new RangeError("a macro average needs at least one share");
  const random = createRandom(`macro average/${seed}`);
  const draws = shares.map(({ count, n }) => binomialQuantile(n, count / n));
  const means = Array.from(
    { length: resamples },
    () => draws.reduce((sum, draw) => sum + draw(random.next()), 0) / shares.length,
  ).sort((a, b) => a - b);
  return {
    value: shares.reduce((sum, { value }) => sum + value, 0) / shares.length,
    interval: { low: means[Math.floor(0.025 * resamples)]!, high: means[Math.ceil(0.975 * resamples) - 1]! },
  };
}

/** The share of successes in n trials of probability p, as a function of a level in [0, 1). */
function binomialQuantile(n: number, p: number): (level: number) => number {
  if (p === 0 || p === 1) return () => p;
  const cumulative = new Float64Array(n + 1);
  let logTerm = n * Math.log1p(-p);
  let sum = 0;
  for (let k = 0; k <= n; k++) {
    sum += Math.exp(logTerm);
    cumulative[k] = sum;
    logTerm += Math.log((n - k) / (k + 1)) + Math.log(p) - Math.log1p(-p);
  }
  return (level) => firstAbove(cumulative, level * sum) / n;
}

/** Index of the first of ascending values that is greater than `level`; the last one where none is. */
function firstAbove(values: Float64Array, level: number): number {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! > level) high = middle;
    else low = middle + 1;
  }
  return low;
}

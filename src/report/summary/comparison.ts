import {
  countPairs,
  mcnemarExact,
  type PairedDifference,
  type Proportion,
  pairedDifference,
  proportion,
} from "../../foundation/statistics.ts";

/** Two models on the same problems. */
export interface Comparison {
  n: number;
  before: Proportion;
  after: Proportion;
  /** After minus before, with Newcombe's paired 95 % interval. */
  gain: PairedDifference;
  /** McNemar's exact test, two-sided. */
  pValue: number;
  /** Share of the wrong answers before that are right after; null when none was wrong. */
  fixRate: Proportion | null;
  /** Share of the right answers before that are wrong after; null when none was right. */
  regressionRate: Proportion | null;
}

/** Compares two models by what became of each problem; null without problems. */
export function compare(pairs: readonly (readonly [before: boolean, after: boolean])[]): Comparison | null {
  const n = pairs.length;
  if (n === 0) return null;
  const counts = countPairs(pairs);
  const rightBefore = counts.bothRight + counts.broken;
  return {
    n,
    before: proportion(rightBefore, n),
    after: proportion(counts.bothRight + counts.fixed, n),
    gain: pairedDifference(counts),
    pValue: mcnemarExact(counts),
    fixRate: rightBefore < n ? proportion(counts.fixed, n - rightBefore) : null,
    regressionRate: rightBefore > 0 ? proportion(counts.broken, rightBefore) : null,
  };
}

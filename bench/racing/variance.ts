import { mean } from "../../src/foundation/statistics.ts";
import { halvesOf, scoresOn } from "./halves.ts";
import type { ScoreMatrix } from "./score-matrix.ts";

/** How much of what tells candidates apart is theirs and how much is chance. */
export interface Variance {
  candidates: number;
  devProblems: number;
  /** Standard deviation of the candidates' scores on all dev problems. */
  observed: number;
  /** What is left of it when the chance of drawing these dev problems is taken away: of their true scores. */
  true: number;
  /** Correlation of the scores on two halves of the dev problems, over 20 splits. */
  splitHalf: number;
  /** Share of the dev problems that some candidates solve and others do not, more than 1 in 100 of each. */
  deciding: number;
}

export function varianceOf(matrix: ScoreMatrix): Variance {
  const { rows } = matrix;
  const devProblems = matrix.bad + matrix.good;
  const all = Array.from({ length: devProblems }, (_, dev) => dev);
  const scores = scoresOn(matrix, all);
  const correlations = Array.from({ length: 20 }, (_, seed) => {
    const [one, other] = halvesOf(matrix, `variance ${seed}`);
    return correlation(scoresOn(matrix, one), scoresOn(matrix, other));
  });
  const splitHalf = mean(correlations);
  const observed = Math.sqrt(covariance(scores, scores));
  // Spearman and Brown (1910): the reliability of the whole from that of its halves.
  const reliability = Math.max(0, (2 * splitHalf) / (1 + splitHalf));
  const shares = all.map((dev) => mean(rows.map(({ right }) => Number(right[dev]))));
  return {
    candidates: rows.length,
    devProblems,
    observed,
    true: observed * Math.sqrt(reliability),
    splitHalf,
    deciding: shares.filter((share) => share > 0.01 && share < 0.99).length / devProblems,
  };
}

function covariance(one: readonly number[], other: readonly number[]): number {
  const [centre, otherCentre] = [mean(one), mean(other)];
  return mean(one.map((value, index) => (value - centre) * (other[index]! - otherCentre)));
}

/** Pearson's; 0 where one of them does not differ. */
export const correlation = (one: readonly number[], other: readonly number[]): number =>
  covariance(one, other) / Math.sqrt(covariance(one, one) * covariance(other, other) || 1);

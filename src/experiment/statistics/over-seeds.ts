import { countPairs, mcnemarExact, pairedDifference, proportion } from "../../foundation/statistics.ts";
import { crossedMean, type Estimate } from "./crossed-mean.ts";

/** Whether each problem (column) was solved with each seed (row). */
export type Solved = readonly (readonly boolean[])[];

/** A difference of two shares, with the p-value of there being none. */
export interface Difference extends Estimate {
  pValue: number;
}

/**
 * The share of problems that are solved, over seeds; Wilson's interval where seeds tell nothing: with one of them, or where
 * all of them give the same.
 *
 * @throws RangeError without problems
 */
export function shareOverSeeds(solved: Solved): Estimate {
  const single = singleOf(solved.map((row) => row.map(Number)));
  if (single) return proportion(single.filter((each) => each === 1).length, single.length);
  const { value, interval } = crossedMean(solved.map((row) => row.map(Number)));
  return { value, interval: { low: Math.max(0, interval.low), high: Math.min(1, interval.high) } };
}

/**
 * What `after` solves more than `before`, with the same seeds on the same problems; McNemar's exact test and Newcombe's
 * interval where seeds tell nothing: with one of them, or where all of them give the same.
 *
 * @throws RangeError without problems
 */
export function differenceOverSeeds(before: Solved, after: Solved): Difference {
  const pairs = before.map((row, seed) =>
    row.map((right, problem) => [right, after[seed]![problem]!] as const),
  );
  const differences = pairs.map((row) => row.map(([one, other]) => Number(other) - Number(one)));
  if (singleOf(differences)) {
    const counts = countPairs(pairs[0]!);
    return { ...pairedDifference(counts), pValue: mcnemarExact(counts) };
  }
  const { value, interval, pValue } = crossedMean(differences);
  return {
    value,
    interval: { low: Math.max(-1, interval.low), high: Math.min(1, interval.high) },
    pValue,
  };
}

/** The one row that says all, where the others are equal to it. */
function singleOf(rows: readonly (readonly number[])[]): readonly number[] | undefined {
  const [first, ...others] = rows;
  const areEqual = others.every((row) => row.every((value, column) => value === first?.[column]));
  return areEqual ? first : undefined;
}

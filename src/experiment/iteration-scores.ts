import type { CellOutcome } from "./cell-outcome.ts";
import { alignOutcomes, type ProblemOutcome } from "./problem-outcomes.ts";
import type { Estimate } from "./statistics/crossed-mean.ts";
import { shareOverSeeds } from "./statistics/over-seeds.ts";

/** A variation after one of its iterations, over its finished seeds, on a benchmark or on the seed problems. */
export interface IterationScore {
  variation: string;
  iteration: number;
  /** The benchmark; null of the seed problems. */
  benchmark: string | null;
  seeds: number;
  problems: number;
  after: Estimate;
  /** Share that is right of what the base model gets wrong; null where that is nothing. */
  fixed: Estimate | null;
  /** Share that is wrong of what the base model gets right; null where that is nothing. */
  broken: Estimate | null;
}

/** Every variation after every iteration that its finished cells have gone through, benchmark by benchmark. */
export function iterationScores(finished: readonly CellOutcome[]): IterationScore[] {
  const byVariation = Map.groupBy(finished, ({ cell }) => cell.variation);
  return [...byVariation].flatMap(([variation, cells]) => {
    const outcomes = cells.flatMap(({ iterations }) => iterations);
    const benchmarks = [...new Set(outcomes.flatMap((each) => [...each.benchmarks.keys()])), null];
    const byIteration = Map.groupBy(outcomes, ({ iteration }) => iteration);
    return benchmarks.flatMap((benchmark) =>
      [...byIteration].flatMap(([iteration, ofSeeds]) => {
        const rows = ofSeeds
          .map((each) => (benchmark === null ? each.seedProblems : (each.benchmarks.get(benchmark) ?? [])))
          .filter(({ length }) => length > 0);
        const aligned = alignOutcomes(rows);
        if (!aligned[0]?.length) return [];
        return [{ variation, iteration, benchmark, seeds: rows.length, ...changesOf(aligned) }];
      }),
    );
  });
}

function changesOf(
  rows: readonly (readonly ProblemOutcome[])[],
): Pick<IterationScore, "problems" | "after" | "fixed" | "broken"> {
  const problems = rows[0]!.length;
  /** Of the problems where the base model is right, or wrong, whichever the seed. */
  const shareWhere = (before: boolean, after: boolean): Estimate | null => {
    const places = rows[0]!.keys().filter((place) => rows.every((row) => row[place]!.before === before));
    const columns = [...places];
    if (columns.length === 0) return null;
    return shareOverSeeds(rows.map((row) => columns.map((place) => row[place]!.after === after)));
  };
  return {
    problems,
    after: shareOverSeeds(rows.map((row) => row.map(({ after }) => after))),
    fixed: shareWhere(false, true),
    broken: shareWhere(true, false),
  };
}

import { parseConfig } from "../config/load.ts";
import type { CellOutcome } from "./cell-outcome.ts";
import type { IterationOutcome } from "./iteration-outcomes.ts";
import type { ProblemOutcome } from "./problem-outcomes.ts";

const config = parseConfig(
  { target: { kind: "embedded" }, data: { seeds: { wordProblems: "train", count: 8 } } },
  "a test",
);

/**
 * A finished cell; a letter of a benchmark is a problem: `+` solved after, `-` not. The base model solves the first, and
 * does not mark its answer there.
 */
export function outcomeOf(
  variation: string,
  seed: string,
  benchmarks: Record<string, string>,
  more: Partial<CellOutcome> = {},
): CellOutcome {
  return {
    cell: { id: `${variation}-${seed}`, variation, seed, config },
    benchmarks: outcomesByBenchmark(benchmarks),
    iterations: [],
    examples: 6,
    calls: 20,
    inputTokens: 2_000,
    outputTokens: 400,
    cost: 0.5,
    newCalls: 10,
    seconds: 30,
    unanswered: 0,
    ...more,
  };
}

/** An iteration with benchmarks as above. The epochs of its training have `steps ÷ (held-out losses − 1)` steps. */
export function iterationOf(
  iteration: number,
  benchmarks: Record<string, string>,
  {
    losses,
    heldOut = [],
    seedProblems = "",
  }: { losses?: number[]; heldOut?: number[]; seedProblems?: string } = {},
): IterationOutcome {
  const epochs = heldOut.length - 1;
  return {
    iteration,
    training: losses
      ? {
          examples: 3,
          losses,
          heldOutLosses: heldOut.map((loss, epoch) => ({ step: (epoch * losses.length) / epochs, loss })),
        }
      : null,
    benchmarks: outcomesByBenchmark(benchmarks),
    seedProblems: outcomesOf(seedProblems),
  };
}

const outcomesByBenchmark = (benchmarks: Record<string, string>): Map<string, ProblemOutcome[]> =>
  new Map(Object.entries(benchmarks).map(([name, marks]) => [name, outcomesOf(marks)]));

const outcomesOf = (marks: string): ProblemOutcome[] =>
  [...marks].map((mark, index) => ({
    key: `p${index}`,
    before: index === 0,
    after: mark === "+",
    marked: { before: index > 0, after: true },
  }));

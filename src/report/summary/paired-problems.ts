import type { z } from "zod";
import type { Attempt } from "../../domain/attempt.ts";
import type { Benchmark, ReportData, ReportedProblem } from "../report-data.ts";
import { type Comparison, compare } from "./comparison.ts";

/** A held-out problem with the attempts of two models at it. */
export interface PairedProblem {
  benchmarkId: string;
  problem: z.infer<typeof ReportedProblem>;
  before: Attempt;
  after: Attempt;
}

/** A model of the run: the base model, or an arm's after an iteration. */
type EvaluatedModel = "base" | { armId: string; iteration: number };

export const isRight = (attempt: Attempt): boolean => attempt.verdict === "right";

/** The problems of the benchmarks that both models attempted, in the order of the benchmarks. */
export function pairedProblems(
  data: ReportData,
  benchmarks: readonly Benchmark[],
  before: EvaluatedModel,
  after: EvaluatedModel,
): PairedProblem[] {
  return benchmarks.flatMap((benchmark) => {
    const attemptBefore = attemptsById(data, benchmark.id, before);
    const attemptAfter = attemptsById(data, benchmark.id, after);
    return benchmark.problems.flatMap((problem) => {
      const pair = { before: attemptBefore.get(problem.id), after: attemptAfter.get(problem.id) };
      return pair.before && pair.after
        ? [{ benchmarkId: benchmark.id, problem, before: pair.before, after: pair.after }]
        : [];
    });
  });
}

/** Compares the two models of the pairs; null without pairs. */
export function comparePaired(pairs: readonly PairedProblem[]): Comparison | null {
  return compare(pairs.map(({ before, after }) => [isRight(before), isRight(after)]));
}

/** The greatest iteration that an arm was evaluated after, or null where it was not evaluated. */
export function lastIterationOf(data: ReportData, armId: string): number | null {
  const iterations = data.evaluations.filter((evaluation) => evaluation.armId === armId);
  return iterations.length === 0 ? null : Math.max(...iterations.map(({ iteration }) => iteration));
}

function attemptsById(data: ReportData, benchmarkId: string, model: EvaluatedModel): Map<string, Attempt> {
  const evaluation =
    model === "base"
      ? data.baseEvaluations.find((candidate) => candidate.benchmarkId === benchmarkId)
      : data.evaluations.find(
          (candidate) =>
            candidate.benchmarkId === benchmarkId &&
            candidate.armId === model.armId &&
            candidate.iteration === model.iteration,
        );
  return new Map(evaluation?.attempts.map((attempt) => [attempt.problemId, attempt]));
}

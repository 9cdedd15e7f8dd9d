import { z } from "zod";
import { Attempt } from "./attempt.ts";
import { Diagnosis } from "./diagnosis.ts";
import { Problem } from "./problem.ts";

/** A problem of a benchmark. Test splits are read by evaluation alone. */
export const BenchmarkProblem = Problem.extend({ benchmark: z.string() });
export type BenchmarkProblem = z.infer<typeof BenchmarkProblem>;

/** By whose rule a text is scored: `errata` our own, `paper` the reproduced paper's, `own` a grader of the user's. */
export const ScoreName = z.enum(["errata", "paper", "own"]);
export type ScoreName = z.infer<typeof ScoreName>;

/** What one text is by each rule. */
export const Scores = z.partialRecord(
  ScoreName,
  Attempt.pick({ prediction: true, verdict: true, how: true }),
);
export type Scores = z.infer<typeof Scores>;

/** The attempt of the model under evaluation at one benchmark problem; `scores` where it is scored by several rules. */
export const EvaluatedProblem = z.object({
  benchmark: z.string(),
  attempt: Attempt,
  scores: Scores.optional(),
});
export type EvaluatedProblem = z.infer<typeof EvaluatedProblem>;

/** What the instructor says about a wrong answer on a benchmark: for the report alone. */
export const BenchmarkDiagnosis = z.object({ benchmark: z.string(), diagnosis: Diagnosis });
export type BenchmarkDiagnosis = z.infer<typeof BenchmarkDiagnosis>;

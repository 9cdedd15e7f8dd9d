import { z } from "zod";
import { Attempt } from "./attempt.ts";
import { Diagnosis } from "./diagnosis.ts";
import { Problem } from "./problem.ts";

/** A problem of a benchmark. Test splits are read by evaluation alone. */
export const BenchmarkProblem = Problem.extend({ benchmark: z.string() });
export type BenchmarkProblem = z.infer<typeof BenchmarkProblem>;

/** The attempt of the model under evaluation at one benchmark problem. */
export const EvaluatedProblem = z.object({ benchmark: z.string(), attempt: Attempt });
export type EvaluatedProblem = z.infer<typeof EvaluatedProblem>;

/** What the instructor says about a wrong answer on a benchmark: for the report alone. */
export const BenchmarkDiagnosis = z.object({ benchmark: z.string(), diagnosis: Diagnosis });
export type BenchmarkDiagnosis = z.infer<typeof BenchmarkDiagnosis>;

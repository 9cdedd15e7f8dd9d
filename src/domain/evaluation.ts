import { z } from "zod";
import { Attempt } from "./attempt.ts";
import { Problem } from "./problem.ts";

/** A problem of a benchmark. Test splits are read by evaluation alone. */
export const BenchmarkProblem = Problem.extend({ benchmark: z.string() });
export type BenchmarkProblem = z.infer<typeof BenchmarkProblem>;

/** The attempt of the model under evaluation at one benchmark problem. */
export const EvaluatedProblem = z.object({ benchmark: z.string(), attempt: Attempt });
export type EvaluatedProblem = z.infer<typeof EvaluatedProblem>;

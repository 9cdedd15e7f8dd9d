import { z } from "zod";
import type { Problem } from "./problem.ts";

/**
 * Why a grade is what it is. Only `wrong` is a reasoning error: `undecided` has an answer that could not be compared,
 * and the rest have no answer to judge.
 */
export const Verdict = z.enum(["right", "wrong", "undecided", "no-answer", "truncated", "empty", "refused"]);
export type Verdict = z.infer<typeof Verdict>;

/** One output of the target model for a problem, with its grade. */
export const Attempt = z.object({
  problemId: z.string(),
  output: z.string(),
  /** What a model that reasons apart from its answer wrote there. It is kept for the reader and never graded. */
  reasoning: z.string().optional(),
  /** The answer read out of `output`, or null where none was found. */
  prediction: z.string().nullable(),
  verdict: Verdict,
  /** How the grader reached its verdict, for the person who doubts it. */
  how: z.string(),
});
export type Attempt = z.infer<typeof Attempt>;

/** A problem with the target's greedy attempt at it: a bad case when the attempt is not right (SEI eq. 1). */
export interface Case {
  problem: Problem;
  attempt: Attempt;
}

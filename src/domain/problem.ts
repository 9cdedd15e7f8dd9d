import { z } from "zod";

/**
 * A question with its reference solution and reference answer.
 *
 * `solution` may be empty where a data set publishes answers only. `skill` is the subject the problem
 * exercises ("percentage discount", "Algebra") and is what reports break accuracy down by. Of a multiple-choice problem
 * `choices` are the options ("(A) 12"), which stand in the question too; the answer is the right one of them.
 */
export const Problem = z.object({
  id: z.string().min(1),
  question: z.string().min(1),
  solution: z.string().default(""),
  answer: z.string().min(1),
  skill: z.string().optional(),
  /** Difficulty, as the data set states it. */
  level: z.string().optional(),
  choices: z.array(z.string()).optional(),
});
export type Problem = z.infer<typeof Problem>;

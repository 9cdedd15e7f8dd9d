import { z } from "zod";
import { Attempt } from "./attempt.ts";
import { Problem } from "./problem.ts";

/** What is asked in one round of a dialogue, with its right answer. */
export const DialogueRound = Problem.pick({
  question: true,
  solution: true,
  answer: true,
  choices: true,
}).extend({
  /** What the dialogue holds as the answer to it, in the place of the model's own: the model is then not asked. */
  given: z.string().min(1).optional(),
});
export type DialogueRound = z.infer<typeof DialogueRound>;

/**
 * A dialogue in the manner of MathChat (papers' section 2.6). `follow-up`: a problem and two questions that build on it,
 * all answered by the model. `error-correction`: a problem with a wrong answer to it, and the request to correct that.
 */
export const DialogueKind = z.enum(["follow-up", "error-correction"]);
export type DialogueKind = z.infer<typeof DialogueKind>;

export const Dialogue = z.object({
  kind: DialogueKind,
  benchmark: z.string(),
  problemId: z.string(),
  rounds: z.array(DialogueRound).min(2),
});
export type Dialogue = z.infer<typeof Dialogue>;

/** What the model under evaluation answered in one round of a dialogue. */
export const DialogueAnswer = z.object({
  benchmark: z.string(),
  kind: DialogueKind,
  /** From 1, in the order of the dialogue; of error correction it is 2. */
  round: z.int().positive(),
  attempt: Attempt,
});
export type DialogueAnswer = z.infer<typeof DialogueAnswer>;

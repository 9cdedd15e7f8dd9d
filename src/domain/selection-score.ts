import { z } from "zod";

/** How a synthetic problem is judged on the dev set: by its one-shot score (SEI eq. 4 and 5) or another strategy's. */
export const SelectionScore = z.object({
  problemId: z.string(),
  errorTypeId: z.string(),
  /** Exact match over bad and good dev cases with this problem as the demonstration, each in [0, 1]; 0 where none was asked for. */
  exactMatchBad: z.number(),
  exactMatchGood: z.number(),
  /**
   * What the score says. `attempts`: the mean of the two (eq. 5); `likelihoods`: nats a token by which dev cases' reference
   * solutions become likelier; `gradients`: influence on dev cases, as cosines. Absent: the target was asked nothing.
   */
  judgedBy: z.enum(["attempts", "likelihoods", "gradients"]).optional(),
  score: z.number(),
  /** How many (problem, dev case) evaluations stand behind the score. */
  evaluations: z.number().int(),
  /** How likely it is among the best of those it competes with, given these evaluations; absent where none were made. */
  chance: z.number().min(0).max(1).optional(),
  rank: z.number().int().positive(),
  selected: z.boolean(),
});
export type SelectionScore = z.infer<typeof SelectionScore>;

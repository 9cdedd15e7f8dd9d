import { z } from "zod";
import { Attempt } from "./attempt.ts";

/** One of several outputs of the target for a problem, drawn at a temperature above 0. */
export const Sample = Attempt.extend({
  /** The problem's id and the number of the sample: `gsm8k-train-7#2`. */
  id: z.string(),
  /** What the target was seeded with. */
  seed: z.int().nonnegative(),
});
export type Sample = z.infer<typeof Sample>;

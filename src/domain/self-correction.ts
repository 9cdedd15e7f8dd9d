import { z } from "zod";
import { Attempt } from "./attempt.ts";
import { MistakeLabel } from "./mistake-label.ts";

/** Two beginnings of a solution of one benchmark problem, up to the same step, which models are made to go on from. */
export const ForcedPrefix = z.object({
  benchmark: z.string(),
  problemId: z.string(),
  /** Index (from 0) of the step that both end with. */
  lastStep: z.int().nonnegative(),
  /** The mistake in the last step of `wrong`. */
  label: MistakeLabel,
  wrong: z.string().min(1),
  /** The reference solution. */
  right: z.string().min(1),
});
export type ForcedPrefix = z.infer<typeof ForcedPrefix>;

/** Which of the two beginnings a model went on from. */
export const PrefixKind = z.enum(["wrong", "right"]);
export type PrefixKind = z.infer<typeof PrefixKind>;

/** How the model under evaluation went on from a forced prefix. */
export const PrefixContinuation = z.object({
  benchmark: z.string(),
  prefix: PrefixKind,
  /** Whether it says that something before was wrong, or looks at it again. */
  turnsBack: z.boolean(),
  /** `output` is what the model wrote; the grade is that of the whole text, prefix and all. */
  attempt: Attempt,
});
export type PrefixContinuation = z.infer<typeof PrefixContinuation>;

import { z } from "zod";
import { Verdict } from "./attempt.ts";

/** What most of several samples of a benchmark problem answer. */
export const MajorityVote = z.object({
  benchmark: z.string(),
  problemId: z.string(),
  /** Samples drawn; those without an answer do not vote. */
  samples: z.int().positive(),
  /** Samples that are right by themselves. */
  rightSamples: z.int().nonnegative(),
  /** Samples that agree on the answer below. */
  votes: z.int().nonnegative(),
  /** Null where no sample has an answer. */
  prediction: z.string().nullable(),
  verdict: Verdict,
});
export type MajorityVote = z.infer<typeof MajorityVote>;

import { z } from "zod";
import { MistakeLabel } from "./mistake-label.ts";

/** What an instructor says about the first mistake of a wrong sample (LEMMA; papers' section 2.3). */
export const MistakeAnalysis = z.object({
  sampleId: z.string(),
  problemId: z.string(),
  label: MistakeLabel,
  /** Index (from 0) of the first wrong step among the steps of the text. */
  firstWrongStep: z.int().nonnegative(),
  explanation: z.string(),
});
export type MistakeAnalysis = z.infer<typeof MistakeAnalysis>;

/** The first mistake of a wrong answer on a benchmark: for the report alone. */
export const BenchmarkMistake = z.object({
  benchmark: z.string(),
  problemId: z.string(),
  label: MistakeLabel,
});
export type BenchmarkMistake = z.infer<typeof BenchmarkMistake>;

import { z } from "zod";

/** What an instructor says about the first mistake of a bad case (SEI eq. 2). */
export const Diagnosis = z.object({
  problemId: z.string(),
  /** A short phrase naming the cause: "added instead of subtracting", "unit not converted". */
  keyphrase: z.string().min(1),
  /** Index (from 0) of the attempt's first wrong step, or null where the mistake has no step of its own. */
  firstWrongStep: z.number().int().nonnegative().nullable(),
  /** One sentence: what the step says and what it should say. */
  explanation: z.string(),
});
export type Diagnosis = z.infer<typeof Diagnosis>;

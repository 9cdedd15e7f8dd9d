import { z } from "zod";
import { MistakeLabel } from "./mistake-label.ts";

/** `own`: a wrong sample of the target; `injected`: a right solution that the instructor made wrong. */
export const MistakeOrigin = z.enum(["own", "injected"]);
export type MistakeOrigin = z.infer<typeof MistakeOrigin>;

/** A solution that ends wrong, cut after its first wrong step. */
export const ErroneousSolution = z.object({
  /** The id of the sample, or the problem's with the label and the number of the injection. */
  id: z.string(),
  problemId: z.string(),
  origin: MistakeOrigin,
  label: MistakeLabel,
  solution: z.string(),
  /** Index (from 0) of the first wrong step among the steps of the text. */
  firstWrongStep: z.int().nonnegative(),
  /** The solution up to and including its first wrong step: a beginning of `solution`, character by character. */
  prefix: z.string().min(1),
  explanation: z.string(),
});
export type ErroneousSolution = z.infer<typeof ErroneousSolution>;

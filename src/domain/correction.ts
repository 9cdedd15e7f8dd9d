import { z } from "zod";
import { MistakeOrigin } from "./erroneous-solution.ts";
import { MistakeLabel } from "./mistake-label.ts";

/** `fix-and-continue` repairs the wrong step and goes on; `fresh-and-restart` turns to another solution. */
export const CorrectionKind = z.enum(["fix-and-continue", "fresh-and-restart"]);
export type CorrectionKind = z.infer<typeof CorrectionKind>;

/** A wrong beginning with a continuation that notices the mistake and ends right: `prefix + continuation` is the text. */
export const Correction = z.object({
  id: z.string(),
  problemId: z.string(),
  erroneousSolutionId: z.string(),
  kind: CorrectionKind,
  origin: MistakeOrigin,
  label: MistakeLabel,
  prefix: z.string().min(1),
  /** Reflection and right steps, with the white space that parts them from the prefix. */
  continuation: z.string().min(1),
  /** The right solution that it comes to, without the mistake and the reflection. */
  rightSolution: z.string().min(1),
});
export type Correction = z.infer<typeof Correction>;

/** Why a right correction is not trained on. */
export const CorrectionDropReason = z.enum([
  "equal to another",
  "nearly equal to another",
  "cut short by the end of a turn",
  "beyond the quota of its label",
  "beyond the ratios of the mixture",
  "beyond the size of the mixture",
]);
export type CorrectionDropReason = z.infer<typeof CorrectionDropReason>;

export const DroppedCorrection = z.object({
  correctionId: z.string(),
  reason: CorrectionDropReason,
  detail: z.string(),
});
export type DroppedCorrection = z.infer<typeof DroppedCorrection>;

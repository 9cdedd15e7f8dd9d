import { z } from "zod";

/** Weights produced by training, as a run records them: LoRA matrices, a whole model, or the name of a hosted one. */
export const Adapter = z.object({
  /** Content key of the training that made it; its folder is `adapters/<key>` in the run. */
  key: z.string(),
  /** SHA-256 of the weights: equal digests mean equal weights. */
  digest: z.string(),
  examples: z.number().int(),
  trainedTokens: z.number().int(),
  /** Examples the trainer could not use. */
  skipped: z.array(z.object({ exampleId: z.string(), reason: z.string() })),
  /** Mean loss of every optimiser step, in order. */
  losses: z.array(z.number()),
  /** Mean loss on reference solutions of dev problems after so many steps, where it was measured. */
  heldOutLosses: z.array(z.object({ step: z.int(), loss: z.number() })).optional(),
});
export type Adapter = z.infer<typeof Adapter>;

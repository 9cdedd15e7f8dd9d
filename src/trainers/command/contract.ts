import { z } from "zod";

/** The version of the contract in docs/training.md, raised where a program has to be changed. */
export const contractVersion = 1;

/** A line of the program's output that tells how far it is. */
export const StepLine = z.object({
  step: z.int().positive(),
  steps: z.int().positive(),
  epoch: z.number().nonnegative(),
  loss: z.number(),
  learningRate: z.number(),
});

/** What the program may leave to say about a training that succeeded. */
export const Report = z.object({
  trainedTokens: z.int().nonnegative().default(0),
  skipped: z.array(z.object({ exampleId: z.string(), reason: z.string() })).default([]),
});

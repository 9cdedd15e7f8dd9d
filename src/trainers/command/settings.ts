import { z } from "zod";

/** A trainer of the user's own: any program that keeps the contract in docs/training.md. */
export const CommandTrainerSettings = z.strictObject({
  kind: z.literal("command"),
  /** A program with its arguments, or one line for the shell. It runs in the folder of the configuration. */
  command: z.union([z.string().min(1), z.array(z.string()).min(1)]),
  /** What is trained, by a name that the program knows; the target's where nothing is said. */
  model: z.string().min(1).optional(),
  /** Handed on to the program as it is; whatever changes what it makes belongs in here. */
  extra: z.record(z.string(), z.json()).default({}),
});
export type CommandTrainerSettings = z.infer<typeof CommandTrainerSettings>;

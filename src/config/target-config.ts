import { z } from "zod";
import { LlamaCppSettings } from "../models/llama-cpp/settings.ts";
import { CommandTarget, interfaceTargets } from "../models/serving/settings.ts";
import { Fields } from "./fields.ts";

/** The target model: what is measured and trained. */
export const TargetConfig = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("embedded"),
    directory: z.string().optional(),
    threads: z.int().positive().optional(),
  }),
  z.strictObject({ kind: z.literal("replay"), file: z.string(), fields: Fields }),
  LlamaCppSettings,
  CommandTarget,
  ...interfaceTargets,
]);
export type TargetConfig = z.infer<typeof TargetConfig>;

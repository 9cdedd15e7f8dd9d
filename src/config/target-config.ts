import { z } from "zod";
import { LlamaCppSettings } from "../models/llama-cpp/settings.ts";
import { CommandTarget, interfaceTargets } from "../models/serving/settings.ts";
import { Fields } from "./fields.ts";

const EmbeddedTarget = z
  .strictObject({
    kind: z.literal("embedded"),
    /** Which of the two that come with the package; the first unless given. */
    pupil: z.enum(["out-of-practice", "reflective"]).optional(),
    /** A Llama-shaped model of the user's own. */
    directory: z.string().optional(),
    threads: z.int().positive().optional(),
  })
  .refine(({ pupil, directory }) => pupil === undefined || directory === undefined, {
    path: ["pupil"],
    message: "the model is either a pupil or that in `directory`",
  });

/** The target model: what is measured and trained. */
export const TargetConfig = z.discriminatedUnion("kind", [
  EmbeddedTarget,
  z.strictObject({ kind: z.literal("replay"), file: z.string(), fields: Fields }),
  LlamaCppSettings,
  CommandTarget,
  ...interfaceTargets,
]);
export type TargetConfig = z.infer<typeof TargetConfig>;

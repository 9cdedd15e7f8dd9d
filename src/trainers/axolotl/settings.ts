import { z } from "zod";
import { toolSettings } from "../fine-tuning-tool/index.ts";

/** Axolotl, run by its command line. */
export const AxolotlSettings = z.strictObject({ kind: z.literal("axolotl"), ...toolSettings });
export type AxolotlSettings = z.infer<typeof AxolotlSettings>;

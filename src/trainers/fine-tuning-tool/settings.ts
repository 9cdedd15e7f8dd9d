import { z } from "zod";

/** What all tools that are driven by a file of settings take. */
export const toolSettings = {
  /** The base model: a folder, or its name on the Hugging Face hub; the target's where nothing is said. */
  model: z.string().min(1).optional(),
  /** The program with the arguments that come before its own, where it is not found on the path by its usual name. */
  command: z.array(z.string()).min(1).optional(),
  /** GPUs of this machine. */
  devices: z.int().positive().default(1),
  /** Examples that a device takes at once; the batch is made up by accumulation. */
  microBatchSize: z.int().positive().optional(),
  /** The number format of the computation. */
  precision: z.enum(["bf16", "fp16", "fp32"]).default("bf16"),
  /** `zero-2` and `zero-3` spread a full fine-tune over the devices; or the path of a DeepSpeed configuration. */
  deepspeed: z.string().min(1).optional(),
  /** Further keys of the tool's file, laid over what is written. */
  extra: z.record(z.string(), z.json()).default({}),
} as const;

const ToolSettings = z.object(toolSettings);
export type ToolSettings = z.infer<typeof ToolSettings>;

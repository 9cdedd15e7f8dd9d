import { z } from "zod";

/** Training with Hugging Face's `trl` and `peft` on PyTorch. */
export const TrlTrainerSettings = z.strictObject({
  kind: z.literal("trl"),
  /** The base: an id of the Hugging Face hub, a folder, or a GGUF file; the target's own where nothing is said. */
  model: z.string().min(1).optional(),
  /** Of a model on the hub: a branch, tag or commit. */
  revision: z.string().min(1).optional(),
  /** The number format of the computation; `auto` is bf16 where the processor has it. */
  precision: z.enum(["auto", "bf16", "fp16", "fp32"]).default("auto"),
  /** `4bit` trains a LoRA on a base of four bits a weight (QLoRA); needs a CUDA GPU. */
  quantization: z.enum(["none", "4bit"]).default("none"),
  /** Examples that a device works on at once; a divisor of its share of the batch, 8 at most where nothing is said. */
  microBatchSize: z.int().positive().optional(),
  /** Computes activations twice, for a smaller memory. */
  gradientCheckpointing: z.boolean().default(false),
  /** Besides those at the end of each epoch. */
  checkpointMinutes: z.number().positive().default(10),
  /** A configuration of `accelerate`, for several GPUs or machines. */
  accelerate: z.string().min(1).optional(),
  /** An interpreter whose packages are the user's own; Errata makes an environment where nothing is said. */
  python: z.string().min(1).optional(),
});
export type TrlTrainerSettings = z.infer<typeof TrlTrainerSettings>;

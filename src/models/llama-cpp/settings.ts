import { z } from "zod";

/** A model in a GGUF file, run in this process by llama.cpp. */
export const LlamaCppSettings = z.strictObject({
  kind: z.literal("llama-cpp"),
  /** The GGUF file. */
  model: z.string().min(1),
  /** `chat`: the prompt is put into the file's own chat template. `completion`: the model continues it as it is. */
  prompt: z.enum(["chat", "completion"]).default("chat"),
  /** Tokens of a prompt and its answer together. */
  contextSize: z.int().positive().default(4096),
  /** Threads of each context; measured on this machine when nothing is said. */
  threads: z.int().positive().optional(),
  /** Requests answered at the same time, each by itself. */
  contexts: z.int().positive().optional(),
  /**
   * Requests of each context that are decoded together: faster on an accelerator. Above 1, an answer may depend on what
   * else is in flight.
   */
  sequences: z.int().positive().default(1),
  /** Layers on the accelerator: as many as fit, or this many; 0 keeps the whole model on the processor. */
  gpuLayers: z.int().nonnegative().optional(),
});
export type LlamaCppSettings = z.infer<typeof LlamaCppSettings>;

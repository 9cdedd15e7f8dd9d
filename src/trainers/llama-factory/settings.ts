import { z } from "zod";
import { toolSettings } from "../fine-tuning-tool/index.ts";

/** LLaMA-Factory, run by its command line. */
export const LlamaFactorySettings = z.strictObject({
  kind: z.literal("llama-factory"),
  ...toolSettings,
  /**
   * The template that LLaMA-Factory puts around prompts, by its name there. Where nothing is said, the model sees what the
   * target is asked: the chat template of its tokenizer, or the bare prompt.
   */
  template: z.string().min(1).optional(),
});
export type LlamaFactorySettings = z.infer<typeof LlamaFactorySettings>;

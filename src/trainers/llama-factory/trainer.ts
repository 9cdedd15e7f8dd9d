import {
  createToolTrainer,
  type FineTuningTool,
  type ToolTrainerOptions,
} from "../fine-tuning-tool/index.ts";
import type { Trainer } from "../trainer.ts";
import { configFile, llamaFactoryFiles } from "./files.ts";
import type { LlamaFactorySettings } from "./settings.ts";

export type LlamaFactoryTrainerOptions = ToolTrainerOptions<Omit<LlamaFactorySettings, "kind">>;

/** Raised when the same request would give other weights than before. */
const version = 1;

/**
 * Trains with LLaMA-Factory.
 *
 * @example
 * const settings = { model: "meta-llama/Meta-Llama-3-8B", devices: 8, deepspeed: "zero-2", precision: "bf16", extra: {} };
 * const trainer = createLlamaFactoryTrainer({ settings, prompt: "completion", folder: "." });
 */
export function createLlamaFactoryTrainer(options: LlamaFactoryTrainerOptions): Trainer {
  const { template, extra } = options.settings;
  const tool: FineTuningTool = {
    name: "LLaMA-Factory",
    template: template !== undefined ? "own" : options.prompt === "chat" ? "tokenizer" : "none",
    program: "llamafactory-cli",
    files: (plan) => llamaFactoryFiles(plan, { template, extra }),
    arguments: () => ["train", configFile],
    // It would take all GPUs that it finds, and make the batch larger by that.
    variables: ({ devices, hasDeepspeed }) => ({
      NPROC_PER_NODE: String(devices),
      ...(devices > 1 || hasDeepspeed ? { FORCE_TORCHRUN: "1" } : {}),
    }),
  };
  return createToolTrainer(tool, { kind: "llama-factory", version, own: template ?? null }, options);
}

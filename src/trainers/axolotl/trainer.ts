import {
  createToolTrainer,
  type FineTuningTool,
  type ToolTrainerOptions,
} from "../fine-tuning-tool/index.ts";
import type { Trainer } from "../trainer.ts";
import { axolotlFiles, configFile } from "./files.ts";
import type { AxolotlSettings } from "./settings.ts";

export type AxolotlTrainerOptions = ToolTrainerOptions<Omit<AxolotlSettings, "kind">>;

/** Raised when the same request would give other weights than before. */
const version = 1;

/**
 * Trains with Axolotl.
 *
 * @example
 * const settings = { model: "Qwen/Qwen2.5-Math-7B", devices: 1, precision: "bf16", extra: {} };
 * const trainer = createAxolotlTrainer({ settings, prompt: "chat", folder: "." });
 */
export function createAxolotlTrainer(options: AxolotlTrainerOptions): Trainer {
  const { extra } = options.settings;
  const tool: FineTuningTool = {
    name: "Axolotl",
    template: templateOf(options),
    program: "axolotl",
    files: (plan) => axolotlFiles(plan, extra),
    arguments: ({ devices }) => ["train", configFile, "--num-processes", String(devices)],
    variables: () => ({}),
  };
  return createToolTrainer(tool, { kind: "axolotl", version, own: null }, options);
}

function templateOf({ prompt, settings }: AxolotlTrainerOptions): FineTuningTool["template"] {
  if (prompt === "completion") return "none";
  return "chat_template" in settings.extra ? "own" : "tokenizer";
}

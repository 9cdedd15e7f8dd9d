import { ErrataError } from "../../foundation/errors.ts";
import type { LanguageModel } from "../language-model.ts";
import type { ModelServer } from "../model-server.ts";
import { trainedId } from "../trained-id.ts";
import { readTrainedWeights } from "../trained-weights.ts";
import { billedInBatches } from "./batched-model.ts";
import { type AiSdkModelOptions, createAiSdkModel } from "./language-model.ts";
import type { AiSdkSettings } from "./settings.ts";

/** The name under which the answers of models are paid for that their provider fine-tuned. */
export const billedFineTuned = (id: string): string => `${id} fine-tuned`;

/**
 * Serves a language model of any AI SDK provider as a target, and what the provider itself trained of it. Other weights
 * cannot be brought to it.
 */
export function createAiSdkServer(options: AiSdkModelOptions): ModelServer {
  const base = createAiSdkModel(options);
  return {
    baseId: base.id,
    async serve(directory) {
      if (directory === null) return base;
      const weights = readTrainedWeights(directory);
      if (weights.kind === "hosted") return serveHosted(weights.model, base, options);
      throw notServable(options.settings);
    },
    async close() {},
  };
}

function serveHosted(model: string, base: LanguageModel, options: AiSdkModelOptions): LanguageModel {
  const { settings } = options;
  if (settings.kind !== "openai" && settings.kind !== "openai-compatible") throw notServable(settings);
  const billed = billedFineTuned(base.id);
  return {
    ...createAiSdkModel({ ...options, settings: { ...settings, model } }),
    id: trainedId(base.id, model),
    billedAs: base.billedAs ? billedInBatches(billed) : billed,
  };
}

function notServable({ kind }: AiSdkSettings): ErrataError {
  return new ErrataError(`A target of the kind ${kind} cannot carry what was trained here.`, {
    advice:
      kind === "openai-compatible"
        ? "Say in `target.adapters` how it comes to the server (docs/serving.md), or end the run earlier with `until: select`."
        : "End the run earlier with `until: select`, or use a target that can load what the trainer makes.",
  });
}

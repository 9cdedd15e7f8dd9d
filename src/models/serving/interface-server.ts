import { resolve } from "node:path";
import { ErrataError } from "../../foundation/errors.ts";
import { type AiSdkSettings, billedInBatches, createAiSdkModel } from "../ai-sdk/index.ts";
import type { LanguageModel } from "../language-model.ts";
import type { ModelServer } from "../model-server.ts";
import { readTrainedWeights, type TrainedWeights } from "../trained-weights.ts";
import { trainedId } from "./adapter-name.ts";
import { createCommandWeights } from "./command-weights.ts";
import { createRuntimeAdapters } from "./runtime-adapters.ts";
import type { ServingSurroundings } from "./serving-surroundings.ts";
import type { OpenAiCompatibleTarget } from "./settings.ts";

/** A target behind an interface. */
export type InterfaceTarget = Exclude<AiSdkSettings, { kind: "openai-compatible" }> | OpenAiCompatibleTarget;

/** The name under which the answers of models are paid for that their provider fine-tuned. */
export const billedFineTuned = (id: string): string => `${id} fine-tuned`;

/**
 * Serves a language model behind an interface as a target: models that its provider trained under their names, other
 * weights in the way that `adapters` says. All of them share the limits of the endpoint.
 */
export function createInterfaceServer(
  settings: InterfaceTarget,
  surroundings: ServingSurroundings,
): ModelServer {
  const base = createAiSdkModel({ settings, ...surroundings });
  const serveWeights = weightsServing(settings, base, surroundings);
  return {
    baseId: base.id,
    async serve(directory, signal = new AbortController().signal) {
      if (directory === null) return base;
      const weights = readTrainedWeights(directory);
      if (weights.kind === "hosted") return serveHosted(weights.model, settings, base, surroundings);
      return serveWeights(weights, signal);
    },
    close: async () => {},
  };
}

type OwnWeights = Exclude<TrainedWeights, { kind: "hosted" }>;

function weightsServing(
  settings: InterfaceTarget,
  base: LanguageModel,
  surroundings: ServingSurroundings,
): (weights: OwnWeights, signal: AbortSignal) => Promise<LanguageModel> {
  const adapters = settings.kind === "openai-compatible" ? settings.adapters : undefined;
  if (settings.kind !== "openai-compatible" || !adapters) return () => Promise.reject(notServable(settings));
  if (adapters.kind !== "command") {
    const { serve } = createRuntimeAdapters({ settings, adapters, base }, surroundings);
    return async ({ kind, directory }, signal) => {
      if (kind === "model") throw wholeModel(adapters.kind);
      return serve(resolve(directory), signal);
    };
  }
  const { serve } = createCommandWeights(
    {
      settings: { ...settings, ...adapters },
      baseId: base.id,
      baseModel: adapters.baseModel ?? settings.model,
    },
    surroundings,
  );
  return ({ directory }, signal) => serve(resolve(directory), signal);
}

function serveHosted(
  model: string,
  settings: InterfaceTarget,
  base: LanguageModel,
  surroundings: ServingSurroundings,
): LanguageModel {
  if (settings.kind !== "openai" && settings.kind !== "openai-compatible") throw notServable(settings);
  const billed = billedFineTuned(base.id);
  return {
    ...createAiSdkModel({ settings: { ...settings, model }, ...surroundings }),
    id: trainedId(base.id, model),
    billedAs: base.billedAs ? billedInBatches(billed) : billed,
  };
}

function notServable({ kind }: InterfaceTarget): ErrataError {
  return new ErrataError(`A target of the kind ${kind} cannot serve what was trained here.`, {
    advice:
      kind === "openai-compatible"
        ? "Say in `target.adapters` how it comes to the server (docs/serving.md), or end the run earlier with `until: select`."
        : "End the run earlier with `until: select`, or use a target that can load what the trainer makes.",
  });
}

function wholeModel(kind: string): ErrataError {
  return new ErrataError(
    `A running server (\`adapters: { kind: ${kind} }\`) loads adapters, and a whole model was trained.`,
    {
      advice:
        "Train with `stages.train.method: lora`, or serve the model with `adapters: { kind: command }`.",
    },
  );
}

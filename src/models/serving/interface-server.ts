import { resolve } from "node:path";
import { ErrataError } from "../../foundation/errors.ts";
import { createAiSdkServer } from "../ai-sdk/index.ts";
import type { LanguageModel } from "../language-model.ts";
import type { ModelServer } from "../model-server.ts";
import { readTrainedWeights } from "../trained-weights.ts";
import { createCommandWeights } from "./command-weights.ts";
import { createRuntimeAdapters } from "./runtime-adapters.ts";
import type { ServingSurroundings } from "./serving-surroundings.ts";
import type { AdapterServing, OpenAiCompatibleTarget } from "./settings.ts";

export type InterfaceTarget = OpenAiCompatibleTarget & { adapters: AdapterServing };

/** Serves a model behind OpenAI's interface, and weights that were trained of it in the way that `adapters` says. */
export function createInterfaceServer(
  settings: InterfaceTarget,
  surroundings: ServingSurroundings,
): ModelServer {
  const provider = createAiSdkServer({ ...surroundings, settings });
  const { baseId } = provider;
  const serveWeights = weightsServing(settings, baseId, surroundings);
  return {
    baseId,
    async serve(directory, signal = new AbortController().signal) {
      const isHosted = directory === null || readTrainedWeights(directory).kind === "hosted";
      return isHosted ? provider.serve(directory) : serveWeights(resolve(directory), signal);
    },
    close: () => provider.close(),
  };
}

type ServeWeights = (directory: string, signal: AbortSignal) => Promise<LanguageModel>;

function weightsServing(
  settings: InterfaceTarget,
  baseId: string,
  surroundings: ServingSurroundings,
): ServeWeights {
  const { adapters } = settings;
  if (adapters.kind === "command") {
    const baseModel = adapters.baseModel ?? settings.model;
    return createCommandWeights({ settings: { ...settings, ...adapters }, baseId, baseModel }, surroundings)
      .serve;
  }
  const { serve } = createRuntimeAdapters({ settings, adapters, baseId }, surroundings);
  return async (directory, signal) => {
    if (readTrainedWeights(directory).kind === "model") throw wholeModel(adapters.kind);
    return serve(directory, signal);
  };
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

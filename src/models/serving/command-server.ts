import { contentKey } from "../../foundation/content-key.ts";
import type { ModelServer } from "../model-server.ts";
import { createCommandWeights } from "./command-weights.ts";
import type { ServingSurroundings } from "./serving-surroundings.ts";
import type { CommandTarget } from "./settings.ts";

/** Serves a base model, and what is trained of it, by a command of the user's on this machine. */
export function createCommandServer(settings: CommandTarget, surroundings: ServingSurroundings): ModelServer {
  const { command, model, prompt, structuredOutput, extraBody } = settings;
  const shown = contentKey({ command: [command].flat(), prompt, structuredOutput, extraBody });
  const baseId = `command ${model}#${shown.slice(0, 12)}`;
  const commandWeights = createCommandWeights({ settings, baseId, baseModel: model }, surroundings);
  return {
    baseId,
    serve: (directory, signal = new AbortController().signal) =>
      directory === null ? commandWeights.serveBase(signal) : commandWeights.serve(directory, signal),
    close: async () => {},
  };
}

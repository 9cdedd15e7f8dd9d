import { ErrataError } from "../../foundation/errors.ts";
import type { ModelServer } from "../model-server.ts";
import { type AiSdkModelOptions, createAiSdkModel } from "./language-model.ts";

/** Serves a language model of any AI SDK provider as a target. What Errata trains cannot be loaded into it. */
export function createAiSdkServer(options: AiSdkModelOptions): ModelServer {
  const model = createAiSdkModel(options);
  return {
    baseId: model.id,
    async serve(adapterDirectory) {
      if (adapterDirectory === null) return model;
      throw new ErrataError("A target behind an interface cannot carry an adapter of this run.", {
        advice: "End the run earlier with `until: select`, or use a target that can load adapters.",
      });
    },
    async close() {},
  };
}

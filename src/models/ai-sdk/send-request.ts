import type { Generation, GenerationRequest } from "../language-model.ts";
import { callOptions } from "./call-options.ts";
import { failureOf, isFilteredPrompt } from "./failure-of.ts";
import { generationOf } from "./generation-of.ts";
import type { ModelSource } from "./model-source.ts";

/** Sends a request to a model, once. Throws what `AdmittedCall.send` may throw. */
export type SendRequest = (request: GenerationRequest, signal: AbortSignal) => Promise<Generation>;

/** Sends requests over `fetch` to a model that is loaded with the first of them. */
export function createSendRequest(source: ModelSource, fetch: typeof globalThis.fetch): SendRequest {
  let loading: ReturnType<ModelSource["load"]> | undefined;
  return async (request, signal) => {
    loading ??= source.load(fetch);
    const model = await loading;
    try {
      return generationOf(await model.doGenerate(callOptions(request, source, signal)), request);
    } catch (error) {
      if (isFilteredPrompt(error)) return refusal;
      throw failureOf(error, source);
    }
  };
}

const refusal: Generation = {
  text: "",
  finishReason: "refusal",
  usage: { inputTokens: 0, outputTokens: 0 },
};

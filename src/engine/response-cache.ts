import { contentKey } from "../foundation/content-key.ts";
import type { GenerationRequest, LanguageModel } from "../models/language-model.ts";
import type { RunStore } from "./run-store.ts";

/** Everything that determines a response: the model, and the request without the note about which problem it is. */
export function responseKey(model: string, { problemId: _, ...request }: GenerationRequest): string {
  return contentKey(model, { ...request });
}

/**
 * A language model whose responses are stored by request content, apart from anything read out of them: a request
 * that was answered is never sent again, and equal requests in flight are sent once.
 */
export function cacheResponses(model: LanguageModel, store: RunStore, step: string): LanguageModel {
  const inFlight = new Map<string, ReturnType<LanguageModel["generate"]>>();

  return {
    id: model.id,
    concurrency: model.concurrency,
    async generate(request, signal) {
      const key = responseKey(model.id, request);
      const stored = store.response(key);
      if (stored) return stored;
      const asked = inFlight.get(key);
      if (asked) return asked;

      const answer = model.generate(request, signal).then(async (response) => {
        await store.putResponse(key, step, model.id, request, response);
        return response;
      });
      inFlight.set(key, answer);
      return answer.finally(() => inFlight.delete(key));
    },
  };
}

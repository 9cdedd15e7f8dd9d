import { contentKey, type Json } from "../foundation/content-key.ts";
import { limitInFlight } from "../foundation/limit-in-flight.ts";
import type { Generation, GenerationRequest, LanguageModel } from "../models/language-model.ts";
import type { RunStore } from "./run-store.ts";

/** Everything that determines a response: the model, and the request without the note about which problem it is. */
export function responseKey(model: string, { problemId: _, ...request }: GenerationRequest): string {
  return contentKey(model, { ...request } as Json);
}

/**
 * A language model whose responses are stored by request content, apart from anything read out of them: a request
 * that was answered is never sent again, and equal requests in flight are sent once, whichever step asks. A response
 * counts for the first step of the plan that asks for it, whichever does so first in time.
 *
 * However many ask, no more than the model's `concurrency` requests are in flight; one is in flight until its response
 * is committed, so that a crash loses no more than that.
 */
export function cacheResponses(model: LanguageModel, store: RunStore): (step: string) => LanguageModel {
  const inFlight = new Map<string, Promise<Generation>>();
  const limit = limitInFlight(model.concurrency);

  // Nothing more is asked, and paid for, once a response could not be stored.
  const unstorable = new AbortController();

  const put = async (key: string, step: string, request: GenerationRequest, response: Generation) => {
    try {
      await store.putResponse(key, step, model.billedAs ?? model.id, request, response);
    } catch (error) {
      unstorable.abort(error);
      throw error;
    }
  };
  const ask = (key: string, step: string, request: GenerationRequest, signal?: AbortSignal) =>
    limit(async () => {
      signal?.throwIfAborted();
      unstorable.signal.throwIfAborted();
      const generation = await model.generate(request, signal);
      const response = asStored(generation);
      await put(key, step, request, response);
      return response;
    });

  // Likelihoods are no responses: who asks for them stores what it makes of them.
  const score: LanguageModel["score"] =
    model.score && ((request, signal) => limit(async () => model.score!(request, signal)));

  return (step) => ({
    id: model.id,
    concurrency: model.concurrency,
    ...(score ? { score } : {}),
    async generate(request, signal) {
      const key = responseKey(model.id, request);
      const known = store.response(key) ?? inFlight.get(key);
      if (known) {
        const generation = await known;
        store.creditResponse(key, step);
        return generation;
      }
      const answer = ask(key, step, request, signal).finally(() => inFlight.delete(key));
      inFlight.set(key, answer);
      return answer;
    },
  });
}

/** The texts as they will be read back: SQLite keeps no lone surrogates. */
function asStored(generation: Generation): Generation {
  const { text, reasoning } = generation;
  return {
    ...generation,
    text: text.toWellFormed(),
    ...(reasoning === undefined ? {} : { reasoning: reasoning.toWellFormed() }),
  };
}

import { ErrataError, UnansweredError } from "../../foundation/errors.ts";
import { type Admission, CallFailure, type Clock, systemClock } from "../admission/index.ts";
import type { Generation, GenerationRequest, LanguageModel } from "../language-model.ts";
import { type BatchJournal, type BatchSettings, createBatchedCalls } from "../openai-batch/index.ts";
import { batchRequestsTo } from "./batch-requests.ts";
import { createCallWriter } from "./call-writer.ts";
import type { ModelSource } from "./model-source.ts";

/** What batches need of a run. */
export interface Batching {
  journal: BatchJournal;
  clock?: Clock;
}

interface BatchedModelOptions {
  source: ModelSource;
  settings: BatchSettings;
  admission: () => Admission;
  batching: Batching | undefined;
}

/** A request is put into so many batches before it stays without an answer. */
const mostBatches = 3;

/** The name under which answers of batches are paid for: they are the same answers, at another price. */
export const billedInBatches = (id: string): string => `${id} in batches`;

/**
 * A language model whose requests are answered in batches. It is the same model as without them: answers that are
 * stored from either hold for both.
 *
 * What a batch costs is not lost when a request is aborted or the process dies: equal requests find the batch again.
 */
export function createBatchedModel({
  source,
  settings,
  admission,
  batching,
}: BatchedModelOptions): LanguageModel {
  if (!batching) {
    throw new ErrataError(`Batches of ${source.name} need a folder in which they are noted.`, {
      advice: "Give `batching` to `createAiSdkModel`, or leave `batch` out of its settings.",
    });
  }
  const { journal, clock = systemClock } = batching;
  const writer = createCallWriter(source);
  const attempts = batchRequestsTo(source, admission);
  const callInBatch = createBatchedCalls({ attempts, providerName: source.name, journal, settings, clock });
  const unaborted = new AbortController().signal;

  // What waits is little: the call is not kept once it is in a batch, and is written again to read its answer.
  const askOnce = (request: GenerationRequest, signal: AbortSignal): Promise<Generation> =>
    writer
      .write(request)
      .then((call) => callInBatch(call, signal))
      .then((response) => writer.read(request, response));

  const askInBatches = async (request: GenerationRequest, signal: AbortSignal): Promise<Generation> => {
    for (let batches = 1; ; batches++) {
      try {
        return await askOnce(request, signal);
      } catch (error) {
        if (!CallFailure.isInstance(error)) throw error;
        if (batches < mostBatches) continue;
        throw new UnansweredError(`${error.message} (asked in ${batches} batches)`, { cause: error });
      }
    }
  };
  return {
    id: source.id,
    billedAs: billedInBatches(source.id),
    concurrency: settings.requests,
    generate: (request, signal = unaborted) => askInBatches(request, signal),
  };
}

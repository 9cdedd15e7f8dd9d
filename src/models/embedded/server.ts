import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, join } from "node:path";
import { ErrataError, UnusableAnswerError } from "../../foundation/errors.ts";
import type { Generation, GenerationRequest, LanguageModel } from "../language-model.ts";
import type { ModelServer } from "../model-server.ts";
import { mergeAdapter, readAdapter } from "./adapter.ts";
import { type LlamaConfig, readLlamaConfig } from "./config.ts";
import { createScore } from "./create-score.ts";
import type { WorkerData, WorkerResult, WorkerTask } from "./decoding-worker.ts";
import { rowsPerBatch } from "./form-batch.ts";
import { createPromptSplitter } from "./prompt-split.ts";
import type { RowResult } from "./row.ts";
import { createScheduler, type Scheduler } from "./scheduler.ts";
import { startThread, type Thread } from "./thread.ts";
import { readTokenizer, type Tokenizer } from "./tokenizer.ts";
import { digestOf, type ModelWeights, readModelWeights } from "./weights.ts";

export interface EmbeddedServerOptions {
  /** Holds `config.json`, `model.safetensors` and `tokenizer.json`. */
  directory: string;
  /** Worker threads; one per core unless given. */
  threads?: number;
}

/** What is read and started once, when the first model is served. */
interface Base {
  config: LlamaConfig;
  weights: ModelWeights;
  tokenizer: Tokenizer;
  threads: Thread<WorkerTask, WorkerResult>[];
  scheduler: Scheduler;
}

/**
 * Serves a small Llama model inside this process, on worker threads.
 *
 * Requests in flight are decoded in batches; which batch or thread a request lands in does not change its output.
 *
 * @example
 * const server = createEmbeddedServer({ directory: "pupil/weights" });
 * const model = await server.serve(null);
 * const { text } = await model.generate({ prompt: "Question: …\nSolution:", maxOutputTokens: 200, temperature: 0 });
 */
export function createEmbeddedServer({
  directory,
  threads: threadCount = availableParallelism(),
}: EmbeddedServerOptions): ModelServer {
  let base: Promise<Base> | null = null;
  let baseId: string | null = null;
  let served = 0;

  async function start(): Promise<Base> {
    const config = await readLlamaConfig(directory);
    const weights = await readModelWeights(directory, config);
    const tokenizer = await readTokenizer(directory);
    const workerData: WorkerData = { directory, config };
    const threads = Array.from({ length: threadCount }, () =>
      startThread<WorkerTask, WorkerResult>(new URL("./decoding-worker", import.meta.url), workerData),
    );
    return { config, weights, tokenizer, threads, scheduler: createScheduler(threads) };
  }

  return {
    get baseId() {
      baseId ??= modelName(directory, digestOf(readWeightsFile(directory)));
      return baseId;
    },

    async serve(adapterDirectory, signal) {
      base ??= start();
      const { config, weights, tokenizer, threads, scheduler } = await base;
      signal?.throwIfAborted();
      const adapter = adapterDirectory === null ? null : await readAdapter(adapterDirectory, config);
      const tensors = adapter ? mergeAdapter(weights.tensors, adapter) : weights.tensors;
      const name = modelName(directory, weights.digest);
      // Two servings of one adapter are two models to the threads, so that closing one leaves the other.
      const model = `${served++}`;
      await askAll(threads, { kind: "load", model, tensors });
      const submit = createSubmit(model, scheduler, tokenizer, config);
      return {
        id: adapter ? `${name}+${adapter.digest}` : name,
        concurrency: 4 * rowsPerBatch * threadCount,
        generate: submit,
        score: createScore(model, threads, tokenizer, config),
        close: () => askAll(threads, { kind: "unload", model }),
      } satisfies LanguageModel;
    },

    async close() {
      const started = await base?.catch(() => null);
      await Promise.all(started?.threads.map((thread) => thread.close()) ?? []);
    },
  };
}

async function askAll(threads: readonly Thread<WorkerTask, WorkerResult>[], task: WorkerTask): Promise<void> {
  await Promise.all(threads.map((thread) => thread.ask(task)));
}

const modelName = (directory: string, digest: string): string => `${basename(directory)}@${digest}`;

function readWeightsFile(directory: string): Uint8Array {
  const path = join(directory, "model.safetensors");
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new ErrataError(`${path} cannot be read.`, { cause, advice: "Check the directory of the model." });
  }
}

function createSubmit(model: string, scheduler: Scheduler, tokenizer: Tokenizer, config: LlamaConfig) {
  const split = createPromptSplitter(tokenizer);
  return async (request: GenerationRequest, signal?: AbortSignal): Promise<Generation> => {
    const tokens = split(request.prompt);
    const inputTokens = tokens.context.length + tokens.prompt.length;
    const room = config.contextLength - inputTokens;
    if (room < 1)
      throw new UnusableAnswerError(
        `The prompt has ${inputTokens} tokens; the model's context holds ${config.contextLength} with the answer.`,
        { advice: "Use shorter problems or demonstrations." },
      );
    const { stop = [], temperature, seed = 0, maxOutputTokens } = request;
    const maxNewTokens = Math.min(maxOutputTokens, room);
    const result = await scheduler.submit(
      model,
      { ...tokens, maxNewTokens, temperature, seed, stop },
      signal,
    );
    return toGeneration(result, stop, inputTokens, tokenizer);
  };
}

/** Cuts the text before the first stop text. */
function toGeneration(
  { tokens, finishReason }: RowResult,
  stop: readonly string[],
  inputTokens: number,
  tokenizer: Tokenizer,
): Generation {
  const text = tokenizer.decode(tokens);
  const ends = stop.map((end) => text.indexOf(end)).filter((at) => at >= 0);
  const usage = { inputTokens, outputTokens: tokens.length };
  if (ends.length === 0) return { text, finishReason, usage };
  return { text: text.slice(0, Math.min(...ends)), finishReason: "stop", usage };
}

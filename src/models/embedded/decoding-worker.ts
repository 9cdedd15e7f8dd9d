import { parentPort, workerData } from "node:worker_threads";
import type { NamedTensor } from "../safetensors/index.ts";
import type { TokenPrompt } from "./batch-layout.ts";
import type { LlamaConfig } from "./config.ts";
import { decode } from "./decoder.ts";
import { fuseWeights } from "./fused-weights.ts";
import type { LoadedModel } from "./loaded-model.ts";
import { compilePrograms } from "./programs.ts";
import type { RowResult } from "./row.ts";
import { scoreContinuation } from "./score-continuation.ts";
import { release, startBackend } from "./tensor.ts";
import { failedAnswer, type ThreadAnswer } from "./thread.ts";
import { readTokenizer } from "./tokenizer.ts";

/** One request in the form in which it crosses threads. */
export interface WorkerRequest extends TokenPrompt {
  maxNewTokens: number;
  temperature: number;
  seed: number;
  stop: readonly string[];
}

/** What the pool sends. Every task has one answer. */
export type WorkerTask =
  | { kind: "load"; model: string; tensors: Map<string, NamedTensor> }
  | { kind: "unload"; model: string }
  | { kind: "decode"; model: string; requests: WorkerRequest[] }
  /** Of a sequence whose last `count` tokens are the continuation. */
  | { kind: "score"; model: string; tokens: number[]; count: number };

/** Results of a `decode`, in the order of its requests; the log-likelihood of a `score`; empty for the other tasks. */
export type WorkerResult = RowResult[] | number;

export interface WorkerData {
  directory: string;
  config: LlamaConfig;
}

const { directory, config } = workerData as WorkerData;
const port = parentPort as NonNullable<typeof parentPort>;

await startBackend();
const tokenizer = await readTokenizer(directory);
// All models of the pool have the same shapes: what is compiled for one serves the others.
const programs = compilePrograms(config);
const models = new Map<string, LoadedModel>();

function unload(model: string): void {
  const loaded = models.get(model);
  if (loaded) release(loaded.weights);
  models.delete(model);
}

const decodeAll = (model: string, requests: readonly WorkerRequest[]): RowResult[] =>
  decode(
    models.get(model) as LoadedModel,
    requests.map((request) => ({ ...request, isComplete: stopCheck(request.stop) })),
  );

function stopCheck(stop: readonly string[]): (tokens: readonly number[]) => boolean {
  return (tokens) => {
    const text = tokenizer.decode(tokens);
    return stop.some((end) => text.includes(end));
  };
}

function run(task: WorkerTask): WorkerResult {
  if (task.kind === "decode") return decodeAll(task.model, task.requests);
  if (task.kind === "score")
    return scoreContinuation(models.get(task.model) as LoadedModel, task.tokens, task.count);
  if (task.kind === "unload") unload(task.model);
  else models.set(task.model, { programs, config, weights: fuseWeights(task.tensors, config) });
  return [];
}

port.on("message", (task: WorkerTask) => {
  let answer: ThreadAnswer<WorkerResult>;
  try {
    answer = { result: run(task) };
  } catch (error) {
    answer = failedAnswer(error);
  }
  port.postMessage(answer);
});

import { createRandom } from "../../src/foundation/random.ts";
import { type DecodingRequest, decode } from "../../src/models/embedded/decoder.ts";
import { rowsPerBatch } from "../../src/models/embedded/form-batch.ts";
import { fuseWeights, type LayerModule, layerModules, tensor } from "../../src/models/embedded/index.ts";
import { compilePrograms } from "../../src/models/embedded/programs.ts";
import { initializeAdapter } from "../../src/trainers/embedded/lora.ts";
import { createPassPool } from "../../src/trainers/embedded/pass-pool.ts";
import { trainAdapter } from "../../src/trainers/embedded/train-adapter.ts";
import type { BenchmarkModel } from "./models.ts";

/** Tokens a second. */
export interface Speeds {
  /** Of prompts, on one thread. */
  read: number;
  /** On one thread. */
  decode: number;
  /** Of prompts and completions, in LoRA of rank 16 on all linear maps, on one thread and on all. */
  train: number;
  trainOnAllThreads: number;
}

const contextLength = 112;
const promptLength = 96;
const newTokens = 64;
const repetitions = 3;

/** Measures after a first round, in which everything is compiled. */
export async function measureSpeeds(model: BenchmarkModel, threads: number): Promise<Speeds> {
  return {
    ...measureDecoding(model),
    train: await measureTraining(model, 1),
    trainOnAllThreads: await measureTraining(model, threads),
  };
}

/** One-shot prompts that share their demonstration, as selection has them. */
function measureDecoding({ config, tensors }: BenchmarkModel): Pick<Speeds, "read" | "decode"> {
  const weights = fuseWeights(tensors, config);
  const model = { config, weights, programs: compilePrograms(config) };
  const random = createRandom("prompts");
  const tokens = (count: number): number[] =>
    Array.from({ length: count }, () => random.integer(1, config.vocabularySize - 1));
  const context = tokens(contextLength);
  const prompts = Array.from({ length: rowsPerBatch }, () => tokens(promptLength));
  const secondsFor = (maxNewTokens: number): number => {
    const request = (prompt: number[]): DecodingRequest => ({
      context,
      prompt,
      maxNewTokens,
      temperature: 0,
      seed: 0,
    });
    return seconds(() => decode(model, prompts.map(request)));
  };
  secondsFor(newTokens + 1);
  const reading = fastest(() => secondsFor(1));
  const whole = fastest(() => secondsFor(newTokens + 1));
  tensor.release(weights);
  return {
    read: (contextLength + rowsPerBatch * promptLength) / reading,
    decode: (rowsPerBatch * newTokens) / (whole - reading),
  };
}

async function measureTraining({ config, tensors }: BenchmarkModel, threads: number): Promise<number> {
  const [batchSize, steps, length] = [8, 6, 64];
  const lora = { rank: 16, alpha: 32, targetModules: Object.keys(layerModules) as LayerModule[] };
  const random = createRandom("examples");
  const tokens = (): number[] => Array.from({ length }, () => random.integer(1, config.vocabularySize - 1));
  const examples = Array.from({ length: batchSize * steps }, () => ({
    prompt: tokens(),
    completion: tokens(),
  }));
  const settings = {
    ...lora,
    method: "lora" as const,
    dropout: 0,
    learningRate: 1e-3,
    schedule: "linear" as const,
    warmupRatio: 0,
    weightDecay: 0,
    epochs: 1,
    batchSize,
    maxSequenceLength: 2 * length,
    seed: 1,
  };
  const ends: number[] = [];
  const passes = createPassPool({ config, tensors }, threads);
  await trainAdapter(
    initializeAdapter(config, lora, random),
    config,
    examples,
    settings,
    (task) => passes.compute(task),
    () => void ends.push(performance.now() / 1000),
  );
  await passes.close();
  const durations = ends.slice(1).map((end, index) => end - (ends[index] as number));
  return (batchSize * 2 * length) / Math.min(...durations);
}

function seconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

/** The least disturbed of some repetitions. */
const fastest = (measure: () => number): number => Math.min(...Array.from({ length: repetitions }, measure));

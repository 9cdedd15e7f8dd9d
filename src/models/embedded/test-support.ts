import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { layOutBatch } from "./batch-layout.ts";
import { type LlamaConfig, readLlamaConfig } from "./config.ts";
import { createDecodingState } from "./decoding-state.ts";
import { type FusedWeights, fuseWeights } from "./fused-weights.ts";
import { compilePrograms } from "./programs.ts";
import { read } from "./tensor.ts";
import { type ModelWeights, readModelWeights } from "./weights.ts";

/** What PyTorch computed for one text (pupil/make-fixtures.py). */
export interface ReferenceText {
  text: string;
  tokens: number[];
  /** At the last places of the text. */
  logits: number[][];
  /** Greedy. */
  continuation: number[];
}

export const fixture = (name: string): string =>
  fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url));

/** A random model with two key-value heads for four query heads. */
export const tinyDirectory = fixture("tiny");

export const referenceTexts = (name = "tiny-reference.json"): ReferenceText[] =>
  JSON.parse(readFileSync(fixture(name), "utf8"));

export interface LoadedModel {
  config: LlamaConfig;
  weights: ModelWeights;
  fused: FusedWeights;
}

/** Needs a started backend. */
export async function loadModel(directory = tinyDirectory): Promise<LoadedModel> {
  const config = await readLlamaConfig(directory);
  const weights = await readModelWeights(directory, config);
  return { config, weights, fused: fuseWeights(weights.tensors, config) };
}

/** The logits of the token that follows. */
export function nextLogits(config: LlamaConfig, fused: FusedWeights, tokens: number[]): Float32Array {
  const layout = layOutBatch([[{ context: [], prompt: tokens }]]);
  const state = createDecodingState(compilePrograms(config), config, fused, layout);
  const { logits } = state.start();
  state.release();
  return (read(logits) as Float32Array).slice(0, config.vocabularySize);
}

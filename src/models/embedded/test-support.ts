import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type LlamaConfig, readLlamaConfig } from "./config.ts";
import { type FusedWeights, fuseWeights } from "./fused-weights.ts";
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

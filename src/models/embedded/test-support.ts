import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readLlamaConfig } from "./config.ts";
import { fuseWeights } from "./fused-weights.ts";
import type { LoadedModel } from "./loaded-model.ts";
import { compilePrograms } from "./programs.ts";
import { readPrompts } from "./read-prompts.ts";
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

export interface TestModel extends LoadedModel {
  stored: ModelWeights;
}

/** Needs a started backend. */
export async function loadModel(directory = tinyDirectory): Promise<TestModel> {
  const config = await readLlamaConfig(directory);
  const stored = await readModelWeights(directory, config);
  return { config, stored, weights: fuseWeights(stored.tensors, config), programs: compilePrograms(config) };
}

/** The logits of the token that follows. */
export function nextLogits(model: LoadedModel, tokens: number[]): Float32Array {
  const row = { context: [], prompt: tokens };
  const { next } = readPrompts(model, Array(4).fill(row), true);
  return (next.logits as Float32Array).slice(0, model.config.vocabularySize);
}

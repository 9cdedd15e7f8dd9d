import type { KeyValues } from "./attention.ts";
import { causalBias, paddingBias, padTokens, roundUp, sameTokens, type TokenPrompt } from "./batch-layout.ts";
import type { LlamaConfig } from "./config.ts";
import { type ContextCache, contextLengthOf, selectContexts, uploadContexts } from "./context-cache.ts";
import { createHostCache, type HostCache, placesFor, putKeyValues } from "./host-cache.ts";
import { download, type LoadedModel, type NextTokens } from "./loaded-model.ts";
import { place } from "./programs.ts";
import { fromFloats, fromIntegers, handOver, release } from "./tensor.ts";

/** What is known of some rows after their prompts. */
export interface ReadPrompts {
  contexts: ContextCache;
  prompts: HostCache;
  promptLengths: number[];
  next: NextTokens;
}

/**
 * Sequences are read a few at a time: this takes little memory, and what is computed stays in the processor's caches.
 */
const sequencesPerPortion = 8;
/** Every new length is compiled anew: lengths are rounded up, so that few come up. */
const promptStep = 32;
const contextStep = 64;

/**
 * Reads the prompts of some rows after their contexts.
 *
 * @param rows as many as `paddedRowCount` gives
 */
export function readPrompts(
  model: LoadedModel,
  rows: readonly TokenPrompt[],
  wantsLogits: boolean,
): ReadPrompts {
  const { config } = model;
  const contexts = readContexts(model, rows);
  // A row without a prompt reads one padding token, so that its softmax has something to look at.
  const promptLengths = rows.map(({ prompt }) => Math.max(1, prompt.length));
  const prompts = createCache(config, rows.length, placesFor(Math.max(...promptLengths)));
  const next: NextTokens = {
    logits: wantsLogits ? new Float32Array(rows.length * config.vocabularySize) : null,
    tokens: new Int32Array(rows.length),
  };
  for (const portion of portionsOf(rows.length)) {
    const first = portion[0] as number;
    const { keyValues, next: ofPortion } = readPromptPortion(
      model,
      portion.map((row) => rows[row] as TokenPrompt),
      selectContexts(contexts, portion),
      portion.map((row) => promptLengths[row] as number),
      wantsLogits,
    );
    putPortion(prompts, keyValues, portion);
    if (ofPortion.logits) next.logits?.set(ofPortion.logits, first * config.vocabularySize);
    next.tokens.set(ofPortion.tokens, first);
  }
  return { contexts, prompts, promptLengths, next };
}

/** Reads the context that all rows share, or that of every row. */
function readContexts(model: LoadedModel, rows: readonly TokenPrompt[]): ContextCache {
  const ofRows = rows.map(({ context }) => context);
  const first = ofRows[0] as readonly number[];
  const isShared = ofRows.every((context) => sameTokens(context, first));
  const contexts = isShared ? [first] : ofRows;
  const lengths = contexts.map((context) => context.length);
  const length = roundUp(Math.max(...lengths), contextStep);
  const cache = createCache(model.config, contexts.length, length);
  if (length > 0)
    for (const portion of portionsOf(contexts.length)) {
      const tokens = portion.map((index) => contexts[index] as readonly number[]);
      putPortion(cache, readContextPortion(model, tokens, length), portion);
    }
  return { cache, lengths, isShared };
}

/** Every layer's keys and values of some contexts. */
function readContextPortion(
  { programs, weights }: LoadedModel,
  contexts: readonly (readonly number[])[],
  length: number,
): KeyValues[] {
  const starts = contexts.map(() => 0);
  const causal = fromFloats(causalBias(length), [length, length]);
  let { x, rotary } = programs.embed(weights, place(padTokens(contexts, length, starts)));
  const keyValues = weights.layers.map((layer, index): KeyValues => {
    const states = { x: handOver(x), rotary };
    if (index === weights.layers.length - 1) return programs.readKeyValues(layer, states, causal);
    const layerRead = programs.readLayer(layer, states, [], causal);
    x = layerRead.x;
    return layerRead.own;
  });
  release([rotary, causal]);
  return keyValues;
}

/** Every layer's keys and values of some prompts, and what follows them. */
function readPromptPortion(
  { programs, weights }: LoadedModel,
  rows: readonly TokenPrompt[],
  contexts: ContextCache,
  lengths: readonly number[],
  wantsLogits: boolean,
): { keyValues: KeyValues[]; next: NextTokens } {
  const prompts = rows.map(({ prompt }) => prompt);
  const length = roundUp(Math.max(...lengths), promptStep);
  const starts = rows.map((_, row) => contextLengthOf(contexts, row));
  const earlier = uploadContexts(contexts);
  const causal = fromFloats(causalBias(length), [length, length]);
  const padding = fromFloats(paddingBias(lengths, length), [rows.length, 1, 1, 1, 1, length]);
  const lastPlaces = Int32Array.from(lengths, (filled, row) => row * length + filled - 1);
  const last = fromIntegers(lastPlaces, [rows.length]);
  let { x, rotary } = programs.embed(weights, place(padTokens(prompts, length, starts)));
  const keyValues = weights.layers.map((layer, index): KeyValues => {
    const states = { x: handOver(x), rotary };
    const isLast = index === weights.layers.length - 1;
    const layerRead = isLast
      ? programs.readLastLayer(layer, states, earlier.ofLayer(index), padding, last)
      : programs.readLayer(layer, states, earlier.ofLayer(index), causal);
    x = layerRead.x;
    return layerRead.own;
  });
  const next = download(programs.predict(weights.head, handOver(x)), wantsLogits);
  release([causal, padding, last, rotary]);
  earlier.release();
  return { keyValues, next };
}

const createCache = (config: LlamaConfig, sequences: number, places: number): HostCache =>
  createHostCache({
    layerCount: config.layerCount,
    sequences,
    heads: config.keyValueHeadCount,
    size: config.headSize,
    places,
  });

function putPortion(cache: HostCache, keyValues: readonly KeyValues[], portion: readonly number[]): void {
  const starts = portion.map(() => 0);
  keyValues.forEach((layer, index) => {
    putKeyValues(cache, index, layer, portion[0] as number, starts);
  });
}

/** Consecutive indices below `count`, a few at a time. */
const portionsOf = (count: number): number[][] =>
  Array.from({ length: Math.ceil(count / sequencesPerPortion) }, (_, portion) =>
    Array.from(
      { length: Math.min(sequencesPerPortion, count - portion * sequencesPerPortion) },
      (_, index) => portion * sequencesPerPortion + index,
    ),
  );

import { causalBias, contextStep, paddingBias, padTokens, roundUp } from "./batch-layout.ts";
import type { Chunk, KeyValues } from "./forward.ts";
import type { FusedWeights } from "./fused-weights.ts";
import { type Programs, place } from "./programs.ts";
import { fromFloats, handOver, release } from "./tensor.ts";

/** Keys and values of the contexts of a batch. */
export interface ReadContexts {
  /** What a layer's queries look at before their own prompt; nothing when all contexts are empty. */
  chunksOf(layer: number): Chunk[];
  release(): void;
}

/** Reads the contexts of all groups at once. */
export function readContexts(
  programs: Programs,
  weights: FusedWeights,
  contexts: readonly (readonly number[])[],
): ReadContexts {
  const lengths = contexts.map((context) => context.length);
  if (Math.max(...lengths) === 0) return { chunksOf: () => [], release: () => {} };

  const length = roundUp(Math.max(...lengths), contextStep);
  const causal = fromFloats(causalBias(length), [length, length]);
  const starts = contexts.map(() => 0);
  let { x, rotary } = programs.embed(weights, place(padTokens(contexts, length, starts)));
  const layers = weights.layers.map((layer, index): KeyValues => {
    const states = { x: handOver(x), rotary };
    if (index === weights.layers.length - 1) return programs.readKeyValues(layer, states, causal);
    const read = programs.readLayer(layer, states, [], causal);
    x = read.x;
    return read.own;
  });
  release([rotary, causal]);
  const bias = fromFloats(paddingBias(lengths, length), [contexts.length, 1, 1, 1, 1, length]);
  return {
    chunksOf: (layer) => [{ ...(layers[layer] as KeyValues), bias }],
    release: () => release([layers, bias]),
  };
}

import type { Chunk, KeyValues } from "./attention.ts";
import { paddingBias } from "./batch-layout.ts";
import { type HostCache, placesOf, selectSequences, uploadCache } from "./host-cache.ts";
import { fromFloats, release } from "./tensor.ts";

/** Keys and values of the contexts of some rows. */
export interface ContextCache {
  /** One sequence that serves all rows, or one for each row. Without places when no row has a context. */
  cache: HostCache;
  isShared: boolean;
  /** Tokens of each sequence. */
  lengths: readonly number[];
}

/** A chunk for every layer in the backend. */
export interface UploadedChunks {
  /** What a layer's queries look at; nothing when there are no places. */
  ofLayer(layer: number): Chunk[];
  release(): void;
}

/** Tokens before a row's prompt. */
export const contextLengthOf = ({ lengths, isShared }: ContextCache, row: number): number =>
  lengths[isShared ? 0 : row] as number;

/** The contexts of some rows only. */
export function selectContexts(contexts: ContextCache, rows: readonly number[]): ContextCache {
  if (contexts.isShared) return contexts;
  return {
    cache: selectSequences(contexts.cache, rows, placesOf(contexts.cache)),
    isShared: false,
    lengths: rows.map((row) => contexts.lengths[row] as number),
  };
}

/** Copies contexts to the backend. */
export function uploadContexts({ cache, lengths }: ContextCache): UploadedChunks {
  const places = placesOf(cache);
  if (places === 0) return { ofLayer: () => [], release: () => {} };
  const layers = uploadCache(cache);
  const bias = fromFloats(paddingBias(lengths, places), [lengths.length, 1, 1, 1, 1, places]);
  return {
    ofLayer: (layer) => [{ ...(layers[layer] as KeyValues), bias }],
    release: () => release([layers, bias]),
  };
}

import type { KeyValues } from "./attention.ts";
import { type PaddedTokens, paddingBias } from "./batch-layout.ts";
import {
  type ContextCache,
  contextLengthOf,
  selectContexts,
  type UploadedChunks,
  uploadContexts,
} from "./context-cache.ts";
import {
  createHostCache,
  type HostCache,
  placesFor,
  placesOf,
  putKeyValues,
  selectSequences,
  stretchLength,
  uploadCache,
} from "./host-cache.ts";
import { download, type LoadedModel, type NextTokens } from "./loaded-model.ts";
import { type Prediction, place } from "./programs.ts";
import type { ReadPrompts } from "./read-prompts.ts";
import { fromFloats, handOver, release } from "./tensor.ts";

/** Rows between two stretches, with everything in ordinary memory. */
export interface PausedRows {
  contexts: ContextCache;
  /** Prompts with what was generated after them. */
  own: HostCache;
  /** Filled places of every row in `own`. */
  lengths: readonly number[];
}

export const afterPrompts = ({ contexts, prompts, promptLengths }: ReadPrompts): PausedRows => ({
  contexts,
  own: prompts,
  lengths: promptLengths,
});

/** Only the given rows, in their order. */
export const selectRows = ({ contexts, own, lengths }: PausedRows, rows: readonly number[]): PausedRows => ({
  contexts: selectContexts(contexts, rows),
  own: selectSequences(own, rows, placesOf(own)),
  lengths: rows.map((row) => lengths[row] as number),
});

/**
 * Continues rows by one stretch, or by less when no more tokens are wanted. Adds to `rows.own`, where it has room.
 *
 * @param first every row's token to go on with
 * @param choose every row's next token by what was predicted; null ends the stretch
 */
export function continueRows(
  model: LoadedModel,
  rows: PausedRows,
  first: Int32Array,
  choose: (next: NextTokens) => Int32Array | null,
  wantsLogits: boolean,
): PausedRows {
  const own = withRoom(rows);
  const contexts = uploadContexts(rows.contexts);
  const main = uploadOwn(own, rows.lengths);
  let recent = emptyRecent(own);
  let filled = 0;
  for (let tokens: Int32Array | null = first; tokens && filled < stretchLength; filled++) {
    const positions = Int32Array.from(
      rows.lengths,
      (length, row) => contextLengthOf(rows.contexts, row) + length + filled,
    );
    const stepped = step(model, { tokens, positions }, [contexts, main], recent, filled);
    recent = stepped.recent;
    tokens = choose(download(stepped.prediction, wantsLogits));
  }
  contexts.release();
  main.release();
  recent.forEach((keyValues, layer) => {
    putKeyValues(own, layer, keyValues, 0, rows.lengths);
  });
  return { ...rows, own, lengths: rows.lengths.map((length) => length + filled) };
}

/** The rows' own places with room for a stretch. */
function withRoom({ own, lengths }: PausedRows): HostCache {
  const needed = placesFor(Math.max(...lengths));
  return needed > placesOf(own) ? selectSequences(own, [...lengths.keys()], needed) : own;
}

function uploadOwn(own: HostCache, lengths: readonly number[]): UploadedChunks {
  const places = placesOf(own);
  const bias = fromFloats(paddingBias(lengths, places), [own.sequences, 1, 1, 1, 1, places]);
  const layers = uploadCache(own);
  return {
    ofLayer: (layer) => [{ ...(layers[layer] as KeyValues), bias }],
    release: () => release([layers, bias]),
  };
}

const emptyRecent = ({ sequences, heads, size, layers }: HostCache): KeyValues[] =>
  uploadCache(createHostCache({ layerCount: layers.length, sequences, heads, size, places: stretchLength }));

/** Takes one token of every row. @param filled places of `recent` that hold earlier tokens */
function step(
  { programs, weights, config }: LoadedModel,
  placed: PaddedTokens,
  earlier: readonly UploadedChunks[],
  recent: readonly KeyValues[],
  filled: number,
): { prediction: Prediction; recent: KeyValues[] } {
  const slot = fromFloats(new Float32Array(stretchLength).fill(1, filled, filled + 1), [stretchLength]);
  const bias = fromFloats(paddingBias([filled + 1], stretchLength), [stretchLength]);
  // Finished rows go on until their stretch ends, if need be past the last position of the rotary tables.
  const positions = placed.positions.map((position) => Math.min(position, config.contextLength - 1));
  let { x, rotary } = programs.embed(weights, place({ ...placed, positions }));
  const joined = weights.layers.map((layer, index): KeyValues => {
    const states = { x: handOver(x), rotary };
    const chunks = earlier.flatMap((chunk) => chunk.ofLayer(index));
    const { keys, values } = handOver(recent[index] as KeyValues);
    const stepped = programs.stepLayer(layer, states, chunks, { keys, values, bias }, slot);
    x = stepped.x;
    return stepped.recent;
  });
  release([slot, bias, rotary]);
  return { prediction: programs.predict(weights.head, handOver(x)), recent: joined };
}

import type { KeyValues } from "./attention.ts";
import { roundUp } from "./batch-layout.ts";
import { fromFloats, read } from "./tensor.ts";

/** A layer's keys [sequences, heads, size, places] and values [sequences, heads, places, size]. */
interface Block {
  keys: Float32Array;
  values: Float32Array;
  places: number;
}

/**
 * Keys and values of some sequences in ordinary memory, where they can be changed in place: the backend's arrays
 * cannot. Places that nothing was put into are zero.
 */
export interface HostCache {
  sequences: number;
  /** Key-value heads and their size. */
  heads: number;
  size: number;
  layers: Block[];
}

export type CacheShape = Omit<HostCache, "layers"> & { layerCount: number; places: number };

export function createHostCache({ layerCount, sequences, heads, size, places }: CacheShape): HostCache {
  const length = sequences * heads * size * places;
  const layers = Array.from({ length: layerCount }, () => ({
    keys: new Float32Array(length),
    values: new Float32Array(length),
    places,
  }));
  return { sequences, heads, size, layers };
}

/**
 * Tokens that are generated in one stretch. Their keys and values are collected in a small chunk of the backend: put among
 * all earlier ones, each would cost a copy of those.
 */
export const stretchLength = 16;
/** Every new number of places is compiled anew: they are added so many at a time. */
const placeStep = 64;

/** Places for rows of at most this length with a stretch after it. */
export const placesFor = (length: number): number => roundUp(length + stretchLength, placeStep);

/** Places of every sequence. */
export const placesOf = (cache: HostCache): number => (cache.layers[0] as Block).places;

/**
 * Takes a layer's keys and values from the backend, where they end, and puts them into consecutive sequences.
 *
 * @param firstSequence where the first of them goes
 * @param starts the first place for each
 */
export function putKeyValues(
  cache: HostCache,
  layer: number,
  { keys, values }: KeyValues,
  firstSequence: number,
  starts: readonly number[],
): void {
  const places = values.shape[2] as number;
  const from: Block = { keys: read(keys) as Float32Array, values: read(values) as Float32Array, places };
  const to = cache.layers[layer] as Block;
  starts.forEach((start, index) => {
    copySequence(cache, from, index, to, firstSequence + index, start);
  });
}

/** Copies all places of a sequence of one block to a sequence of another, from place `start` on. */
function copySequence(
  { heads, size }: HostCache,
  from: Block,
  fromSequence: number,
  to: Block,
  toSequence: number,
  start: number,
): void {
  for (let row = 0; row < heads * size; row++) {
    const source = (fromSequence * heads * size + row) * from.places;
    const target = (toSequence * heads * size + row) * to.places + start;
    for (let place = 0; place < from.places; place++)
      to.keys[target + place] = from.keys[source + place] as number;
  }
  for (let head = 0; head < heads; head++) {
    const source = (fromSequence * heads + head) * from.places * size;
    const target = ((toSequence * heads + head) * to.places + start) * size;
    to.values.set(from.values.subarray(source, source + from.places * size), target);
  }
}

/** A copy with only the given sequences, in their order, and room for more places. */
export function selectSequences(cache: HostCache, chosen: readonly number[], places: number): HostCache {
  const { layers, heads, size } = cache;
  const copy = createHostCache({ layerCount: layers.length, sequences: chosen.length, heads, size, places });
  layers.forEach((from, layer) => {
    const to = copy.layers[layer] as Block;
    chosen.forEach((sequence, index) => {
      copySequence(cache, from, sequence, to, index, 0);
    });
  });
  return copy;
}

/** Copies a cache to the backend, layer by layer. */
export const uploadCache = ({ layers, sequences, heads, size }: HostCache): KeyValues[] =>
  layers.map(({ keys, values, places }) => ({
    keys: fromFloats(keys, [sequences, heads, size, places]),
    values: fromFloats(values, [sequences, heads, places, size]),
  }));

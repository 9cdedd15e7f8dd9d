import type { LlamaConfig } from "./config.ts";
import type { FusedWeights } from "./fused-weights.ts";
import type { LayerMaps } from "./layer-maps.ts";
import { exponentialOfNonPositive } from "./smooth-functions.ts";
import {
  add,
  asConstant,
  contract,
  divide,
  flip,
  maximum,
  maxLast,
  multiply,
  reshape,
  subtract,
  sumLast,
  type Tensor,
  takeRows,
  transpose,
} from "./tensor.ts";

/** Keys [sequences, key-value heads, head size, length] and values [sequences, key-value heads, length, head size]. */
export type KeyValues = { keys: Tensor; values: Tensor };

/**
 * Keys and values that queries look at. Every sequence of it serves batch ÷ sequences rows of queries, in order.
 *
 * `bias` is added to the scores [sequences, key-value heads, rows, query heads of one, query length, length] and
 * broadcast to them: 0 where a query may look, −∞ (as a large number) where it may not.
 */
export type Chunk = KeyValues & { bias: Tensor };

/** Score of a place that must not be looked at. Its exponential is exactly 0. */
export const forbidden = -1e30;

/**
 * Rotates heads by their positions and puts the axes in the given order.
 *
 * @param x [rows × length, heads × head size]
 * @param order of the axes (row, place, head, half, element of the half)
 */
function rotate(x: Tensor, rotary: Rotary, heads: number, length: number, order: number[]): Tensor {
  const [rows, size] = [(x.shape[0] as number) / length, (x.shape[1] as number) / heads];
  const split = reshape(x, [rows, length, heads, 2, size / 2]);
  const table = (values: Tensor): Tensor => transpose(reshape(values, [rows, length, 1, 2, size / 2]), order);
  // The axes are put in order before the arithmetic: only arithmetic writes memory, and it writes in its own order.
  return add(
    multiply(transpose(split, order), table(rotary.cosines)),
    multiply(transpose(flip(split, 3), order), table(rotary.sines)),
  );
}

/** Rows of the rotary tables: [rows × length, head size] each. */
export type Rotary = { cosines: Tensor; sines: Tensor };

export const rotaryAt = (weights: Pick<FusedWeights, "cosines" | "sines">, positions: Tensor): Rotary => ({
  cosines: takeRows(weights.cosines, positions),
  sines: takeRows(weights.sines, positions),
});

/** Queries of a layer for x [rows × length, hidden]: [rows, key-value heads, query heads of one, length, head size]. */
export function projectQueries(
  x: Tensor,
  maps: LayerMaps,
  config: LlamaConfig,
  rotary: Rotary,
  length: number,
): Tensor {
  const { headCount, keyValueHeadCount, headSize } = config;
  const rows = (x.shape[0] as number) / length;
  const projected = maps.queries(x);
  const queries = rotate(projected, rotary, headCount, length, [0, 2, 1, 3, 4]);
  return reshape(queries, [rows, keyValueHeadCount, headCount / keyValueHeadCount, length, headSize]);
}

/** Keys and values of a layer for x [rows × length, hidden]. */
export function projectKeyValues(
  x: Tensor,
  maps: LayerMaps,
  config: LlamaConfig,
  rotary: Rotary,
  length: number,
): KeyValues {
  const { keyValueHeadCount: heads, headSize } = config;
  const rows = (x.shape[0] as number) / length;
  const { keys, values } = maps.keyValues(x);
  return {
    keys: reshape(rotate(keys, rotary, heads, length, [0, 2, 3, 4, 1]), [rows, heads, headSize, length]),
    values: transpose(reshape(values, [rows, length, heads, headSize]), [0, 2, 1, 3]),
  };
}

/**
 * Softmax attention over the places of all chunks together.
 *
 * @param queries [rows, key-value heads, query heads of one, length, head size]
 * @returns [rows × length, heads × head size]
 */
export function attend(queries: Tensor, chunks: readonly Chunk[]): Tensor {
  const [rows, keyValueHeads, group, length, size] = queries.shape as [
    number,
    number,
    number,
    number,
    number,
  ];
  // A chunk's own layout has the axes (sequence, key-value head, row of the sequence, ...); the rows' has (row, ...).
  const toChunk = (x: Tensor, chunk: Chunk): Tensor => {
    const sequences = chunk.keys.shape[0] as number;
    const last = x.shape[4] as number;
    const split = reshape(x, [sequences, rows / sequences, keyValueHeads, group, length, last]);
    return transpose(split, [0, 2, 1, 3, 4, 5]);
  };
  const toRows = (x: Tensor): Tensor =>
    reshape(transpose(x, [0, 2, 1, 3, 4, 5]), [rows, keyValueHeads, group, length, x.shape[5] as number]);

  const scores = chunks.map((chunk) => add(contract(toChunk(queries, chunk), chunk.keys, 2), chunk.bias));
  // The softmax does not depend on what is subtracted, so that no derivative flows through it.
  const highest = asConstant(scores.map((score) => toRows(maxLast(score))).reduce(maximum));
  const weights = scores.map((score, i) =>
    exponentialOfNonPositive(subtract(score, toChunk(highest, chunks[i] as Chunk))),
  );
  const total = weights.map((weight) => toRows(sumLast(weight))).reduce(add);
  const mixed = weights
    .map((weight, i) => toRows(contract(weight, (chunks[i] as Chunk).values, 2)))
    .reduce(add);
  const rowsFirst = (x: Tensor): Tensor => transpose(x, [0, 3, 1, 2, 4]);
  return reshape(divide(rowsFirst(mixed), rowsFirst(total)), [rows * length, keyValueHeads * group * size]);
}

import { forbidden } from "./forward.ts";

/** A prompt to continue. The context comes first; it is apart because many prompts of a batch may share one. */
export interface TokenPrompt {
  context: readonly number[];
  prompt: readonly number[];
}

/** Prompts in a grid of groups × rows per group; every row of a group has the group's context. */
export interface BatchLayout<Request extends TokenPrompt> {
  contexts: (readonly number[])[];
  rowsPerGroup: number;
  /** Null where the grid is larger than the batch. */
  rows: (Request | null)[];
}

/**
 * Every new combination of shapes is compiled anew, which takes about a quarter of a second: sizes are rounded up, so
 * that few combinations come up.
 */
export const contextStep = 64;
export const promptStep = 32;

export const roundUp = (value: number, step: number): number => Math.ceil(value / step) * step;
const powerOfTwo = (value: number): number => 2 ** Math.ceil(Math.log2(value));

/**
 * Fewer rows are computed in another way: jax-js uses vector instructions, which round a product and a sum once, only for
 * results of four elements and more.
 */
const fewestRows = 4;

/** Arranges groups of prompts, each of which shares its context. */
export function layOutBatch<Request extends TokenPrompt>(
  groups: readonly (readonly Request[])[],
): BatchLayout<Request> {
  const grid = Array.from({ length: powerOfTwo(groups.length) }, (_, index) => groups[index] ?? []);
  const largestGroup = Math.max(...groups.map((group) => group.length));
  const rowsPerGroup = powerOfTwo(Math.max(largestGroup, fewestRows / grid.length));
  return {
    rowsPerGroup,
    contexts: grid.map((group) => group[0]?.context ?? []),
    rows: grid.flatMap((group) => Array.from({ length: rowsPerGroup }, (_, member) => group[member] ?? null)),
  };
}

/** Right-padded token sequences in one block: row r, place p is at r × length + p. */
export interface PaddedTokens {
  tokens: Int32Array;
  /** Place of every token in its whole sequence. */
  positions: Int32Array;
}

/** @param starts where every sequence begins in its whole sequence */
export function padTokens(
  sequences: readonly (readonly number[])[],
  length: number,
  starts: readonly number[],
): PaddedTokens {
  const tokens = new Int32Array(sequences.length * length);
  const positions = new Int32Array(sequences.length * length);
  sequences.forEach((sequence, row) => {
    sequence.forEach((token, place) => {
      tokens[row * length + place] = token;
      positions[row * length + place] = (starts[row] as number) + place;
    });
  });
  return { tokens, positions };
}

/** Bias [rows, length] that hides every place from `lengths[row]` on. */
export function paddingBias(lengths: readonly number[], length: number): Float32Array {
  const bias = new Float32Array(lengths.length * length);
  lengths.forEach((filled, row) => {
    bias.fill(forbidden, row * length + filled, (row + 1) * length);
  });
  return bias;
}

/** Bias [length, length] that hides from every place what comes after it. */
export const causalBias = (length: number): Float32Array =>
  paddingBias(
    Array.from({ length }, (_, place) => place + 1),
    length,
  );

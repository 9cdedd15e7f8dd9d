import { forbidden } from "./attention.ts";

/** A prompt to continue. The context comes first; it is apart because all prompts of a batch may share one. */
export interface TokenPrompt {
  context: readonly number[];
  prompt: readonly number[];
}

export const roundUp = (value: number, step: number): number => Math.ceil(value / step) * step;

/**
 * Fewer rows are computed in another way: jax-js uses vector instructions, which round a product and its sum together,
 * only for results of four elements and more.
 */
const fewestRows = 4;

/** Every new number of rows is compiled anew: it is rounded up, so that few numbers come up. */
export const paddedRowCount = (count: number): number =>
  Math.max(fewestRows, 2 ** Math.ceil(Math.log2(count)));

export const sameTokens = (a: readonly number[], b: readonly number[]): boolean =>
  a === b || (a.length === b.length && a.every((token, place) => token === b[place]));

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

import { causalBias, forbidden, roundUp, tensor } from "../../models/embedded/index.ts";
import type { LossBatch } from "./loss.ts";

/** A training example in tokens; the completion ends with the end-of-text token. */
export interface TokenExample {
  prompt: readonly number[];
  completion: readonly number[];
}

/** Every new pair of lengths is compiled anew (a few seconds): they are rounded up. */
const lengthStep = 32;

/**
 * Arranges examples for the loss. Missing rows of an incomplete batch are empty and have no share in the loss.
 *
 * @param rows of the batch, at least as many as examples
 */
export function createLossBatch(examples: readonly TokenExample[], rows: number): LossBatch {
  const sequences = Array.from({ length: rows }, (_, row) => {
    const example = examples[row];
    return example ? [...example.prompt, ...example.completion] : [];
  });
  const completions = sequences.map((_, row) => examples[row]?.completion.length ?? 0);
  const window = roundUp(Math.max(...completions), lengthStep);
  // At least one place more than the window, because a token is predicted from the place before it.
  const length = roundUp(Math.max(window + 1, ...sequences.map((sequence) => sequence.length)), lengthStep);
  const trained = completions.reduce((sum, count) => sum + count, 0);

  const tokens = new Int32Array(rows * length);
  const positions = new Int32Array(rows * length);
  const padding = new Float32Array(rows * length);
  const targets = new Int32Array(rows * window);
  const shares = new Float32Array(rows * window);
  sequences.forEach((sequence, row) => {
    const start = length - sequence.length;
    padding.fill(forbidden, row * length, row * length + start);
    tokens.set(sequence, row * length + start);
    positions.set(sequence.keys().toArray(), row * length + start);
    targets.set(tokens.subarray((row + 1) * length - window, (row + 1) * length), row * window);
    shares.fill(1 / trained, (row + 1) * window - (completions[row] as number), (row + 1) * window);
  });

  const { fromFloats, fromIntegers } = tensor;
  return {
    tokens: fromIntegers(tokens, [tokens.length]),
    positions: fromIntegers(positions, [positions.length]),
    causalBias: fromFloats(causalBias(length), [length, length]),
    paddingBias: fromFloats(padding, [rows, 1, 1, 1, 1, length]),
    targets: fromIntegers(targets, [targets.length]),
    shares: fromFloats(shares, [shares.length]),
  };
}

import { causalBias, forbidden, roundUp, tensor } from "../../models/embedded/index.ts";
import type { LossBatch } from "./loss.ts";

/** A training example in tokens; the completion ends with the end-of-text token. */
export interface TokenExample {
  prompt: readonly number[];
  completion: readonly number[];
}

/** Sizes of one pass through the model. */
export interface PassShape {
  /** Places of a row. */
  length: number;
  /** Places at the end of a row that hold its completion; less than `length`. */
  window: number;
}

const sizeStep = 16;

export const lengthOf = ({ prompt, completion }: TokenExample): number => prompt.length + completion.length;

/** The smallest shape that holds all examples. */
export function shapeFor(examples: readonly TokenExample[]): PassShape {
  const window = roundUp(Math.max(...examples.map(({ completion }) => completion.length)), sizeStep);
  // A token is predicted from the place before it, so that the window cannot begin at the first place.
  return { window, length: roundUp(Math.max(window + 1, ...examples.map(lengthOf)), sizeStep) };
}

/**
 * Arranges examples for the loss. Rows without an example are empty and have no share in it.
 *
 * @param rows at least as many as examples
 * @param share of every completion token in the loss
 */
export function createLossBatch(
  examples: readonly TokenExample[],
  rows: number,
  { length, window }: PassShape,
  share: number,
): LossBatch {
  const tokens = new Int32Array(rows * length);
  const positions = new Int32Array(rows * length);
  const padding = new Float32Array(rows * length).fill(forbidden);
  const targets = new Int32Array(rows * window);
  const shares = new Float32Array(rows * window);
  examples.forEach((example, row) => {
    const { prompt, completion } = example;
    const end = (row + 1) * length;
    const start = end - lengthOf(example);
    tokens.set(prompt, start);
    tokens.set(completion, end - completion.length);
    positions.set(tokens.subarray(start, end).keys().toArray(), start);
    padding.fill(0, start, end);
    targets.set(tokens.subarray(end - window, end), row * window);
    shares.fill(share, (row + 1) * window - completion.length, (row + 1) * window);
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

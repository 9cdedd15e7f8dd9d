import { causalBias, forbidden, tensor } from "../../models/embedded/index.ts";
import type { LossInputs } from "./loss.ts";

/** A training example in tokens; the completion ends with the end-of-text token. */
export interface TokenExample {
  prompt: readonly number[];
  completion: readonly number[];
}

/** Sizes to which an example is padded. */
export interface PassShape {
  /** Places of the whole. */
  length: number;
  /** Places at the end that hold the completion; less than `length`. */
  window: number;
}

export const lengthOf = ({ prompt, completion }: TokenExample): number => prompt.length + completion.length;

/**
 * Arranges an example for the loss, padded on the left, so that its completion ends at the last place.
 *
 * @param share of every completion token in the loss
 */
export function padExample(example: TokenExample, { length, window }: PassShape, share: number): LossInputs {
  const { prompt, completion } = example;
  const start = length - lengthOf(example);
  const tokens = Int32Array.from([...Array(start).fill(0), ...prompt, ...completion]);
  const positions = Int32Array.from(tokens, (_, place) => Math.max(0, place - start));
  const bias = causalBias(length).map((hidden, index) => (index % length < start ? forbidden : hidden));
  const shares = new Float32Array(window).fill(share, window - completion.length);

  const { fromFloats, fromIntegers } = tensor;
  return {
    tokens: fromIntegers(tokens, [length]),
    positions: fromIntegers(positions, [length]),
    bias: fromFloats(bias, [length, length]),
    targets: fromIntegers(tokens.slice(length - window), [window]),
    shares: fromFloats(shares, [window]),
  };
}

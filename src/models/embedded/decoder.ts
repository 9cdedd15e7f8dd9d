import { layOutBatch, type TokenPrompt } from "./batch-layout.ts";
import type { LlamaConfig } from "./config.ts";
import { createDecodingState } from "./decoding-state.ts";
import type { FusedWeights } from "./fused-weights.ts";
import type { Prediction, Programs } from "./programs.ts";
import { createRow, type Row, type RowResult, type RowSettings } from "./row.ts";
import { read, release } from "./tensor.ts";

/** One prompt to continue. */
export interface DecodingRequest extends TokenPrompt, RowSettings {}

export interface Decoder {
  /**
   * Continues the prompts of one batch.
   *
   * A row's tokens are those it would get alone, bit for bit. Every number computed for a row is a sum over that row's
   * own places: other rows enter no sum, padding adds exact zeros, and the order of a sum follows the places and not
   * the shape of the batch (kernels of jax-js sum in the order of the summed axis, also where they work in tiles).
   *
   * @param groups requests that share a context, which is then read once
   * @returns results in the same grouping and order
   */
  decode(groups: readonly (readonly DecodingRequest[])[]): RowResult[][];
}

export function createDecoder(programs: Programs, config: LlamaConfig, weights: FusedWeights): Decoder {
  return {
    decode(groups) {
      const layout = layOutBatch(groups);
      const rows = layout.rows.map((request) => (request ? createRow(request, config.endOfText) : null));
      const state = createDecodingState(programs, config, weights, layout);
      try {
        let tokens = acceptPrediction(rows, state.start(), config.vocabularySize);
        while (rows.some((row) => row?.result === null))
          tokens = acceptPrediction(rows, state.advance(tokens), config.vocabularySize);
      } finally {
        state.release();
      }
      return groups.map((group, index) =>
        group.map((_, member) => rows[index * layout.rowsPerGroup + member]?.result as RowResult),
      );
    },
  };
}

/** Gives every unfinished row its next token. @returns the tokens to go on with, one per row */
function acceptPrediction(
  rows: readonly (Row | null)[],
  { logits, tokens }: Prediction,
  vocabularySize: number,
): Int32Array {
  const likeliest = read(tokens) as Int32Array;
  if (!rows.some((row) => row?.needsLogits)) {
    release(logits);
    rows.forEach((row, index) => {
      row?.accept(likeliest[index] as number);
    });
    return likeliest;
  }
  const values = read(logits) as Float32Array;
  return likeliest.map((token, index) => {
    const row = rows[index];
    const chosen =
      row?.choose(token, values.subarray(index * vocabularySize, (index + 1) * vocabularySize)) ?? token;
    row?.accept(chosen);
    return chosen;
  });
}

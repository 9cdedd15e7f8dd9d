import { paddedRowCount, type TokenPrompt } from "./batch-layout.ts";
import { afterPrompts, continueRows, type PausedRows, selectRows } from "./continue-rows.ts";
import type { LoadedModel, NextTokens } from "./loaded-model.ts";
import { readPrompts } from "./read-prompts.ts";
import { createRow, type Row, type RowResult, type RowSettings } from "./row.ts";

/** One prompt to continue. */
export interface DecodingRequest extends TokenPrompt, RowSettings {}

/**
 * Continues prompts together. When all share their context, it is read once.
 *
 * A row's tokens are those it would get alone, bit for bit. Every number computed for a row is a sum over that row's own
 * places: other rows enter no sum, padding adds exact zeros, and kernels of jax-js sum in the order of the places, also
 * where they work in tiles.
 *
 * @returns results in the order of the requests
 */
export function decode(model: LoadedModel, requests: readonly DecodingRequest[]): RowResult[] {
  const rows = requests.map((request) => createRow(request, model.config.endOfText));
  const { context } = requests[0] as DecodingRequest;
  const padding = Array.from({ length: paddedRowCount(rows.length) - rows.length }, () => ({
    context,
    prompt: [],
  }));
  const wantsLogits = requests.some(({ temperature }) => temperature > 0);
  const read = readPrompts(model, [...requests, ...padding], wantsLogits);

  let batch: Batch = { rows, paused: afterPrompts(read) };
  let tokens = accept(batch.rows, read.next);
  while (rows.some((row) => row.result === null)) {
    const choose = (next: NextTokens): Int32Array | null => {
      tokens = accept(batch.rows, next);
      return batch.rows.some((row) => row.result === null) ? tokens : null;
    };
    const paused = continueRows(model, batch.paused, tokens, choose, wantsLogits);
    ({ batch, tokens } = dropFinished({ ...batch, paused }, tokens));
  }
  return rows.map((row) => row.result as RowResult);
}

/** Rows of a batch: the first of `paused`, which may have more. */
interface Batch {
  rows: readonly Row[];
  paused: PausedRows;
}

/** Gives every unfinished row its next token. @returns the tokens to go on with */
function accept(rows: readonly Row[], { logits, tokens }: NextTokens): Int32Array {
  const vocabularySize = logits ? logits.length / tokens.length : 0;
  rows.forEach((row, index) => {
    const ofRow = logits?.subarray(index * vocabularySize, (index + 1) * vocabularySize) ?? null;
    tokens[index] = row.accept(tokens[index] as number, ofRow);
  });
  return tokens;
}

/** Leaves finished rows behind where at most half of the batch remains. */
function dropFinished({ rows, paused }: Batch, tokens: Int32Array): { batch: Batch; tokens: Int32Array } {
  const unfinished = [...rows.keys()].filter((index) => rows[index]?.result === null);
  const size = paddedRowCount(Math.max(1, unfinished.length));
  if (size > tokens.length / 2) return { batch: { rows, paused }, tokens };
  const finished = [...tokens.keys()].filter((index) => !unfinished.includes(index));
  const kept = [...unfinished, ...finished].slice(0, size);
  return {
    batch: { rows: unfinished.map((index) => rows[index] as Row), paused: selectRows(paused, kept) },
    tokens: Int32Array.from(kept, (index) => tokens[index] as number),
  };
}

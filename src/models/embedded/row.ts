import { createSampler } from "./sampling.ts";

export interface RowSettings {
  /** At least 1. */
  maxNewTokens: number;
  /** 0 takes the most likely token. */
  temperature: number;
  seed: number;
  /** Asked every few tokens with all tokens so far; true ends the row. */
  isComplete?: (tokens: readonly number[]) => boolean;
}

export interface RowResult {
  /** Without the end-of-text token. */
  tokens: number[];
  /** `length`: cut at `maxNewTokens`. */
  finishReason: "stop" | "length";
}

/** The growing output of one request. */
export interface Row {
  /** Null while tokens are wanted. */
  readonly result: RowResult | null;
  /**
   * Chooses the next token, unless the row is finished.
   *
   * @param logits needed at a temperature above 0
   * @returns the token to go on with
   */
  accept(likeliest: number, logits: Float32Array | null): number;
}

/** Turning tokens into text to look for stop texts costs time: it is done once per this many tokens. */
const completionCheckInterval = 8;

export function createRow(settings: RowSettings, endOfText: number): Row {
  const tokens: number[] = [];
  const sampler = settings.temperature > 0 ? createSampler(settings.temperature, settings.seed) : null;
  let result: RowResult | null = null;

  const isComplete = (): boolean =>
    tokens.length % completionCheckInterval === 0 && (settings.isComplete?.(tokens) ?? false);

  return {
    get result() {
      return result;
    },
    accept(likeliest, logits) {
      if (result !== null) return likeliest;
      const token = sampler && logits ? sampler.draw(logits) : likeliest;
      if (token === endOfText) {
        result = { tokens, finishReason: "stop" };
        return token;
      }
      tokens.push(token);
      if (isComplete()) result = { tokens, finishReason: "stop" };
      else if (tokens.length === settings.maxNewTokens) result = { tokens, finishReason: "length" };
      return token;
    },
  };
}

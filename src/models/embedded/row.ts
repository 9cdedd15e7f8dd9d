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
  /** Whether `choose` looks at the logits. */
  readonly needsLogits: boolean;
  choose(likeliest: number, logits: Float32Array): number;
  /** Tokens after the end are ignored. */
  accept(token: number): void;
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
    get needsLogits() {
      return sampler !== null && result === null;
    },
    choose: (likeliest, logits) => sampler?.draw(logits) ?? likeliest,
    accept(token) {
      if (result !== null) return;
      if (token === endOfText) {
        result = { tokens, finishReason: "stop" };
        return;
      }
      tokens.push(token);
      if (isComplete()) result = { tokens, finishReason: "stop" };
      else if (tokens.length === settings.maxNewTokens) result = { tokens, finishReason: "length" };
    },
  };
}

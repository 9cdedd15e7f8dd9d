import type { LlamaConfig } from "./config.ts";
import type { FusedWeights } from "./fused-weights.ts";
import type { Prediction, Programs } from "./programs.ts";
import { read, release } from "./tensor.ts";

/** A model in the backend with its compiled programs. */
export interface LoadedModel {
  programs: Programs;
  config: LlamaConfig;
  weights: FusedWeights;
}

/** Predictions in ordinary memory. */
export interface NextTokens {
  /** [rows × vocabulary]; null when nobody wants them. */
  logits: Float32Array | null;
  /** The likeliest, [rows]. */
  tokens: Int32Array;
}

/** Copies predictions from the backend, where they end. */
export function download({ logits, tokens }: Prediction, wantsLogits: boolean): NextTokens {
  if (wantsLogits) return { logits: read(logits) as Float32Array, tokens: read(tokens) as Int32Array };
  release(logits);
  return { logits: null, tokens: read(tokens) as Int32Array };
}

import type { LlamaConfig } from "./config.ts";
import type { FusedWeights } from "./fused-weights.ts";
import type { Prediction, Programs } from "./programs.ts";
import { read } from "./tensor.ts";

/** A model in the backend with its compiled programs. */
export interface LoadedModel {
  programs: Programs;
  config: LlamaConfig;
  weights: FusedWeights;
}

/** Predictions in ordinary memory. */
export interface NextTokens {
  /** [rows × vocabulary]. */
  logits: Float32Array;
  /** The likeliest, [rows]. */
  tokens: Int32Array;
}

/** Copies predictions from the backend, where they end. */
export const download = ({ logits, tokens }: Prediction): NextTokens => ({
  logits: read(logits) as Float32Array,
  tokens: read(tokens) as Int32Array,
});

import type { TrainingExample } from "../domain/training-example.ts";

/** LoRA and optimiser settings, in the field's usual names. */
export interface TrainingSettings {
  rank: number;
  alpha: number;
  dropout: number;
  /** Hugging Face module names: q_proj, k_proj, v_proj, o_proj, gate_proj, up_proj, down_proj. */
  targetModules: readonly string[];
  /** Peak learning rate; linear schedule with warm-up. */
  learningRate: number;
  warmupRatio: number;
  weightDecay: number;
  epochs: number;
  batchSize: number;
  /** Tokens of prompt and completion together; longer examples are reported, not cut silently. */
  maxSequenceLength: number;
  seed: number;
}

export interface TrainingStep {
  step: number;
  steps: number;
  epoch: number;
  loss: number;
  learningRate: number;
}

export interface TrainingRequest {
  examples: readonly TrainingExample[];
  settings: TrainingSettings;
  /** Continue this adapter instead of starting from the base model alone. */
  startFrom: string | null;
  /** Empty folder in which the adapter is written in the PEFT layout. */
  outputDirectory: string;
  onStep?: (step: TrainingStep) => void;
  signal?: AbortSignal;
}

export interface TrainingResult {
  steps: TrainingStep[];
  /** Completion tokens seen by the loss over all epochs. */
  trainedTokens: number;
  /** Ids of examples that were left out, with the reason. */
  skipped: { exampleId: string; reason: string }[];
}

/** Makes an adapter. The same request gives the same adapter, byte for byte, where the hardware allows it. */
export interface Trainer {
  readonly id: string;
  train(request: TrainingRequest): Promise<TrainingResult>;
}

import type { TrainingExample } from "../domain/training-example.ts";

/** What is trained, and how, in the field's usual names. */
export interface TrainingSettings {
  /** `lora` trains low-rank matrices beside the weights, `full` the weights themselves (rank to target modules unread). */
  method: "lora" | "full";
  rank: number;
  alpha: number;
  dropout: number;
  /** Hugging Face module names: q_proj, k_proj, v_proj, o_proj, gate_proj, up_proj, down_proj. */
  targetModules: readonly string[];
  /** The peak, after the warm-up. */
  learningRate: number;
  /** How the learning rate falls from its peak to zero. */
  schedule: "linear" | "cosine";
  warmupRatio: number;
  weightDecay: number;
  epochs: number;
  /** Examples of one optimiser step, over all devices together. */
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
  /** Folder of earlier trained weights to continue, instead of starting from the base model alone. */
  startFrom: string | null;
  /** Empty folder for the trained weights, in one of the forms of `TrainedWeights`. */
  outputDirectory: string;
  /**
   * What an unfinished training keeps for its next try: checkpoints, the number of a hosted job. It stays until the
   * training has succeeded, and the same request finds it again.
   */
  workDirectory: string;
  onStep?: (step: TrainingStep) => void;
  /** Told in a line what happens while there are no steps: software is installed, a model loaded, a job waits its turn. */
  onStatus?: (status: string) => void;
  signal?: AbortSignal;
}

export interface TrainingResult {
  steps: TrainingStep[];
  /** Completion tokens seen by the loss over all epochs. */
  trainedTokens: number;
  /** Ids of examples that were left out, with the reason. */
  skipped: { exampleId: string; reason: string }[];
}

/** Makes trained weights. The same request gives the same weights, byte for byte, where the hardware allows it. */
export interface Trainer {
  readonly id: string;
  train(request: TrainingRequest): Promise<TrainingResult>;
}

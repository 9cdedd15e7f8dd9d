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

/** How well a training predicts completions that it does not learn from. */
export interface HeldOutLoss {
  /** Optimiser steps before it: 0 before the first. */
  step: number;
  /** Mean negative log-likelihood of a completion's token. */
  loss: number;
}

export interface TrainingRequest {
  examples: readonly TrainingExample[];
  /** What is not learned from: their loss is told, and changes nothing. Those that are too long are left out of it. */
  heldOut?: readonly TrainingExample[];
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
  /** Before the first step and after every epoch, where any were held out and the trainer measures it. */
  heldOutLosses?: HeldOutLoss[];
}

/** What is compared by gradients: LESS (Xia et al. 2024, sections 3 and 4; papers' section 3). */
export interface InfluenceRequest {
  /** Those whose influence is asked for. */
  candidates: readonly TrainingExample[];
  /** Sets of examples that the model should become better at, one a subtask. */
  targets: readonly (readonly TrainingExample[])[];
  /** What an adapter is trained on first: gradients are taken at its state after every epoch. */
  warmUp: readonly TrainingExample[];
  /** Of the warm-up. */
  settings: TrainingSettings;
  /** As of a training: what was computed stays there until all is, and the same request finds it again. */
  workDirectory: string;
  onProgress?: (done: number, total: number) => void;
  /** Told in a line what happens before there is progress. */
  onStatus?: (status: string) => void;
  signal?: AbortSignal;
}

/** Makes trained weights. The same request gives the same weights, byte for byte, where the hardware allows it. */
export interface Trainer {
  readonly id: string;
  train(request: TrainingRequest): Promise<TrainingResult>;
  /**
   * How much a step on each candidate would move the model as steps on the targets would: the cosine of Adam's direction
   * for the candidate and a target's gradient, the mean over a set, the largest of the sets, and the sum over the epochs
   * of the warm-up by their mean learning rates. Null for a candidate that is too long. The same request gives the same.
   */
  influences?(request: InfluenceRequest): Promise<(number | null)[]>;
}

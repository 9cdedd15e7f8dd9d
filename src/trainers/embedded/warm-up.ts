import { mean } from "../../foundation/statistics.ts";
import type { Adapter, LlamaConfig } from "../../models/embedded/index.ts";
import type { TrainingSettings } from "../trainer.ts";
import type { OptimizedArray } from "./adamw.ts";
import type { PassResult, PassTask } from "./pass.ts";
import { trainAdapter } from "./train-adapter.ts";
import type { TokenExample } from "./training-batch.ts";

/** The state of a training after an epoch. */
export interface Checkpoint {
  /** Counted from 1. */
  epoch: number;
  /** In the order of the adapter's trainable matrices. */
  optimized: OptimizedArray[];
  /** The epoch's mean learning rate, as a share of those of all epochs. */
  weight: number;
}

/** Trains an adapter in place and keeps its states with the optimiser's: the warm-up of LESS (papers' section 3). */
export async function warmUp(
  adapter: Adapter,
  config: LlamaConfig,
  examples: readonly TokenExample[],
  settings: TrainingSettings,
  computePass: (task: PassTask) => Promise<PassResult>,
): Promise<Checkpoint[]> {
  const epochs: { epoch: number; optimized: OptimizedArray[]; rate: number }[] = [];
  let rates: number[] = [];
  await trainAdapter(adapter, config, examples, settings, computePass, (step, optimized) => {
    rates.push(step.learningRate);
    if (rates.length < step.steps / settings.epochs) return;
    epochs.push({ epoch: step.epoch, optimized: structuredClone([...optimized]), rate: mean(rates) });
    rates = [];
  });
  const total = epochs.reduce((sum, { rate }) => sum + rate, 0);
  // A training of one step, at which the learning rate begins, has no other epoch to weigh its own against.
  if (total === 0) return epochs.map(({ rate, ...state }) => ({ ...state, weight: 1 / epochs.length }));
  return epochs
    .filter(({ rate }) => rate > 0)
    .map(({ rate, ...state }) => ({ ...state, weight: rate / total }));
}

import type { TrainingStep } from "../trainer.ts";

/** How many steps a training takes, and how many epochs they are. */
export interface StepCount {
  steps: number;
  epochs: number;
}

/** Steps of a training, of which the last of an epoch may be smaller. `atOnce` examples are taken by all devices at once. */
export function countSteps(
  examples: number,
  atOnce: number,
  accumulation: number,
  epochs: number,
): StepCount {
  return { steps: Math.ceil(Math.ceil(examples / atOnce) / accumulation) * epochs, epochs };
}

/**
 * The step that a line tells, as Hugging Face's `Trainer` prints its logs: a Python dictionary, with numbers or with
 * texts of numbers. It names the epoch with its fraction, and not the step. Null for every other line.
 */
export function readLoggedStep(line: string, { steps, epochs }: StepCount): TrainingStep | null {
  const [loss, learningRate, epoch] = ["loss", "learning_rate", "epoch"].map((name) => numberAt(line, name));
  if (loss === undefined || learningRate === undefined || epoch === undefined) return null;
  return { step: Math.round((epoch * steps) / epochs), steps, epoch, loss, learningRate };
}

function numberAt(line: string, name: string): number | undefined {
  const text = new RegExp(`'${name}': '?(-?[\\d.]+(?:e[+-]?\\d+)?)'?[,}]`).exec(line)?.[1];
  return text === undefined ? undefined : Number(text);
}

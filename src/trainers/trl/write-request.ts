import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { TrainingExample } from "../../domain/training-example.ts";
import type { PromptForm } from "../prompt-form.ts";
import type { InfluenceRequest, TrainingRequest } from "../trainer.ts";
import type { BaseModel } from "./base-model.ts";
import type { TrlTrainerSettings } from "./settings.ts";

/** What is the same in all requests of a trainer. */
export interface TrainedModel {
  base: BaseModel;
  /** How the target is prompted. */
  prompt: PromptForm;
  options: Pick<
    TrlTrainerSettings,
    "precision" | "quantization" | "microBatchSize" | "gradientCheckpointing" | "checkpointMinutes"
  >;
}

/** Writes what `program/train.py` reads, and gives the file's path. */
export function writeTrainingRequest(
  { examples, heldOut = [], settings, startFrom, outputDirectory, workDirectory }: TrainingRequest,
  model: TrainedModel,
): string {
  return writeRequest(workDirectory, model, {
    settings,
    startFrom: startFrom && resolve(startFrom),
    outputDirectory: resolve(outputDirectory),
    examples: textsOf(examples),
    heldOut: textsOf(heldOut),
  });
}

/**
 * Writes what `program/influences.py` reads, and gives the file's path.
 *
 * @param known epochs and candidates of which nothing is asked any more
 */
export function writeInfluenceRequest(
  { candidates, targets, warmUp, settings, workDirectory }: InfluenceRequest,
  model: TrainedModel,
  known: readonly [epoch: number, candidate: number][],
): string {
  return writeRequest(workDirectory, model, {
    settings,
    startFrom: null,
    stateDirectory: resolve(workDirectory, "states"),
    examples: textsOf(warmUp),
    candidates: textsOf(candidates),
    targets: targets.map(textsOf),
    known,
  });
}

const textsOf = (examples: readonly TrainingExample[]) =>
  examples.map(({ id, prompt, completion }) => ({ id, prompt, completion }));

/** With absolute paths. */
function writeRequest(workDirectory: string, { base, prompt, options }: TrainedModel, more: object): string {
  mkdirSync(workDirectory, { recursive: true });
  const file = resolve(workDirectory, "request.json");
  const request = {
    base,
    prompt,
    precision: options.precision,
    quantization: options.quantization,
    microBatchSize: options.microBatchSize ?? null,
    gradientCheckpointing: options.gradientCheckpointing,
    checkpointMinutes: options.checkpointMinutes,
    checkpointDirectory: resolve(join(workDirectory, "checkpoints")),
    ...more,
  };
  writeFileSync(file, JSON.stringify(request, null, 1));
  return file;
}

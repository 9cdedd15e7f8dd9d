import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { PromptForm } from "../prompt-form.ts";
import type { TrainingRequest } from "../trainer.ts";
import type { BaseModel } from "./base-model.ts";
import type { TrlTrainerSettings } from "./settings.ts";

/** Writes what `program/train.py` reads, with absolute paths, and gives the file's path. */
export function writeRequest(
  { examples, settings, startFrom, outputDirectory, workDirectory }: TrainingRequest,
  base: BaseModel,
  prompt: PromptForm,
  options: Pick<
    TrlTrainerSettings,
    "precision" | "quantization" | "microBatchSize" | "gradientCheckpointing" | "checkpointMinutes"
  >,
): string {
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
    settings,
    startFrom: startFrom && resolve(startFrom),
    outputDirectory: resolve(outputDirectory),
    checkpointDirectory: resolve(join(workDirectory, "checkpoints")),
    examples: examples.map(({ id, prompt, completion }) => ({ id, prompt, completion })),
  };
  writeFileSync(file, JSON.stringify(request, null, 1));
  return file;
}

import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import type { TrainingExample } from "../domain/training-example.ts";
import type { TrainingRequest, TrainingSettings } from "./trainer.ts";

/** Settings for trainings of stand-ins. */
export const toySettings: TrainingSettings = {
  method: "lora",
  rank: 8,
  alpha: 32,
  dropout: 0.1,
  targetModules: ["q_proj", "v_proj"],
  learningRate: 2e-5,
  schedule: "linear",
  warmupRatio: 0.03,
  weightDecay: 0,
  epochs: 3,
  batchSize: 2,
  maxSequenceLength: 128,
  seed: 7,
};

export const toyExample = (id: string, prompt = `${id} + 1?`, completion = ` ${id}1.`): TrainingExample => ({
  id,
  prompt,
  completion,
  recipe: "toy",
  iteration: 1,
  sources: [],
});

export const toyExamples = ["a", "b", "c"].map((id) => toyExample(id));

/** Asks for a training that works in a folder, and leaves its weights in a new folder there. */
export const toyRequest = (folder: string, more: Partial<TrainingRequest> = {}): TrainingRequest => ({
  examples: toyExamples,
  settings: toySettings,
  startFrom: null,
  outputDirectory: mkdtempSync(join(folder, "output-")),
  workDirectory: folder,
  ...more,
});

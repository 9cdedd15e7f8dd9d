import type { TrainingExample } from "../domain/training-example.ts";
import type { TrainingSettings } from "./trainer.ts";

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

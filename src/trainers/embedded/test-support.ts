import { readFileSync } from "node:fs";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TrainingExample } from "../../domain/training-example.ts";
import type { TrainingSettings } from "../trainer.ts";

/** What PyTorch and PEFT computed on the tiny model (pupil/make-fixtures.py). */
export interface ReferenceTraining {
  examples: { prompt: string; completion: string }[];
  /** A short text, and the logits of the model with the adapter at its last two places. */
  tokens: number[];
  logits: number[][];
  /** At the adapter, over all examples. */
  loss: number;
  /** Before each of five AdamW steps from the adapter. */
  losses: number[];
  learningRates: number[];
  settings: Pick<
    TrainingSettings,
    "rank" | "alpha" | "targetModules" | "learningRate" | "warmupRatio" | "weightDecay"
  >;
}

export const fixture = (name: string): string =>
  fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url));

export const referenceTraining: ReferenceTraining = JSON.parse(
  readFileSync(fixture("reference.json"), "utf8"),
);

export const referenceExamples: TrainingExample[] = referenceTraining.examples.map((example, index) => ({
  ...example,
  id: `example-${index}`,
  recipe: "reference",
  iteration: 1,
  sources: [],
}));

export const referenceSettings: TrainingSettings = {
  ...referenceTraining.settings,
  method: "lora",
  schedule: "linear",
  dropout: 0,
  epochs: 5,
  batchSize: 4,
  maxSequenceLength: 256,
  seed: 1,
};

export const newDirectory = (): Promise<string> => mkdtemp(join(tmpdir(), "trainer-"));

/** The bytes of an adapter. */
export const adapterBytes = (directory: string): Promise<Buffer[]> =>
  Promise.all(
    ["adapter_config.json", "adapter_model.safetensors"].map((name) => readFile(join(directory, name))),
  );

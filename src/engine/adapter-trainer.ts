import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { contentKey, type Json } from "../foundation/content-key.ts";
import type { AdapterTrainer } from "../stages/stage.ts";
import type { Trainer, TrainingResult } from "../trainers/trainer.ts";
import { type RunFolder, readJsonFile, unfinishedPrefix, writeJsonFile } from "./run-folder.ts";

/** Beside the weights: what the training reported, so that a finished adapter needs no second training. */
const resultFileName = "training.json";

/** Trains adapters into the run folder, each under the content key of its training, complete or not at all. */
export function createAdapterTrainer(
  trainer: Trainer,
  baseId: string,
  folder: RunFolder,
  signal: AbortSignal,
): AdapterTrainer {
  return {
    id: trainer.id,
    async train({ examples, settings, startFrom, onStep }) {
      const key = contentKey(
        trainer.id,
        baseId,
        startFrom?.digest ?? null,
        { ...settings } as Json,
        examples.map(({ prompt, completion }) => [prompt, completion]),
      );
      const directory = folder.adapterDirectory(key);
      const known = readJsonFile(join(directory, resultFileName)) as TrainingResult | null;
      if (known) return { adapter: { key, digest: weightsDigest(directory) }, result: known };

      const unfinished = folder.adapterDirectory(`${unfinishedPrefix}${key}`);
      rmSync(unfinished, { recursive: true, force: true });
      mkdirSync(unfinished, { recursive: true });
      const result = await trainer.train({
        examples,
        settings,
        startFrom: startFrom && folder.adapterDirectory(startFrom.key),
        outputDirectory: unfinished,
        signal,
        ...(onStep ? { onStep } : {}),
      });
      writeJsonFile(join(unfinished, resultFileName), result);
      renameSync(unfinished, directory);
      return { adapter: { key, digest: weightsDigest(directory) }, result };
    },
  };
}

function weightsDigest(directory: string): string {
  return createHash("sha256")
    .update(readFileSync(join(directory, "adapter_model.safetensors")))
    .digest("hex");
}

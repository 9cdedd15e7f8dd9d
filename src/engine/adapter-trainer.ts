import { mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { contentKey, type Json } from "../foundation/content-key.ts";
import { digestOfTrainedWeights } from "../models/trained-weights.ts";
import type { AdapterTrainer } from "../stages/stage.ts";
import type { Trainer, TrainingRequest, TrainingResult } from "../trainers/trainer.ts";
import { type RunFolder, readJsonFile, unfinishedPrefix, writeJsonFile } from "./run-folder.ts";

/** Beside the weights: what the training reported, so that a finished adapter needs no second training. */
const resultFileName = "training.json";

/**
 * Trains adapters into the run folder, each under the content key of its training, complete or not at all. Equal
 * trainings asked for at the same time are one.
 */
export function createAdapterTrainer(
  trainer: Trainer,
  baseId: string,
  folder: RunFolder,
  signal: AbortSignal,
): AdapterTrainer {
  const underWay = new Map<string, Promise<TrainingResult>>();

  return {
    id: trainer.id,
    async train({ startFrom, ...request }) {
      const key = contentKey(
        trainer.id,
        baseId,
        startFrom?.digest ?? null,
        { ...request.settings } as Json,
        request.examples.map(({ prompt, completion }) => [prompt, completion]),
      );
      const training =
        underWay.get(key) ??
        trainInto(folder, key, trainer, {
          ...request,
          startFrom: startFrom && folder.adapterDirectory(startFrom.key),
          signal,
        });
      underWay.set(key, training);
      const result = await training;
      return { adapter: { key, digest: digestOfTrainedWeights(folder.adapterDirectory(key)) }, result };
    },
    ...(trainer.influences ? { influences: (request) => trainer.influences!({ ...request, signal }) } : {}),
  };
}

async function trainInto(
  folder: RunFolder,
  key: string,
  trainer: Trainer,
  request: Omit<TrainingRequest, "outputDirectory" | "workDirectory">,
): Promise<TrainingResult> {
  const directory = folder.adapterDirectory(key);
  const known = readJsonFile(join(directory, resultFileName)) as TrainingResult | null;
  if (known) return known;

  const unfinished = folder.adapterDirectory(`${unfinishedPrefix}${key}`);
  rmSync(unfinished, { recursive: true, force: true });
  const work = folder.trainingDirectory(key);
  for (const made of [unfinished, work]) mkdirSync(made, { recursive: true });
  const result = await trainer.train({ ...request, outputDirectory: unfinished, workDirectory: work });
  writeJsonFile(join(unfinished, resultFileName), result);
  rmSync(directory, { recursive: true, force: true });
  renameSync(unfinished, directory);
  rmSync(work, { recursive: true, force: true });
  return result;
}

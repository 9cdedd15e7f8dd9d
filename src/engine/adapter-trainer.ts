import { cpSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { TrainingExample } from "../domain/training-example.ts";
import { contentKey, type Json } from "../foundation/content-key.ts";
import { digestOfTrainedWeights } from "../models/trained-weights.ts";
import type { AdapterTrainer } from "../stages/stage.ts";
import type { Trainer, TrainingRequest, TrainingResult } from "../trainers/trainer.ts";
import { influencesIn } from "./influences-in.ts";
import { type RunFolder, readJsonFile, unfinishedPrefix, writeJsonFile } from "./run-folder.ts";

/** Beside the weights: what the training reported, so that a finished adapter needs no second training. */
const resultFileName = "training.json";

/** Gives the folder of an adapter that another run made under the same key, or null. */
export type FindAdapter = (key: string) => string | null;

/**
 * Trains adapters into the run folder, each under the content key of its training, complete or not at all. Equal
 * trainings asked for at the same time are one, and one that `findAdapter` knows is copied.
 */
export function createAdapterTrainer(
  { trainer, findAdapter }: { trainer: Trainer; findAdapter?: FindAdapter },
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
        request.examples.map(textsOf),
        ...(request.heldOut?.length ? [request.heldOut.map(textsOf)] : []),
      );
      const training =
        underWay.get(key) ??
        provideAdapter(folder, key, findAdapter?.(key) ?? null, (directories) =>
          trainer.train({
            ...request,
            ...directories,
            startFrom: startFrom && folder.adapterDirectory(startFrom.key),
            signal,
          }),
        );
      underWay.set(key, training);
      const result = await training;
      return { adapter: { key, digest: digestOfTrainedWeights(folder.adapterDirectory(key)) }, result };
    },
    ...influencesIn(folder, trainer, baseId, signal),
  };
}

const textsOf = ({ prompt, completion }: TrainingExample): Json => [prompt, completion];

/** The adapter's training: of the run folder, of another that has it, or a new one. */
async function provideAdapter(
  folder: RunFolder,
  key: string,
  elsewhere: string | null,
  train: (directories: Pick<TrainingRequest, "outputDirectory" | "workDirectory">) => Promise<TrainingResult>,
): Promise<TrainingResult> {
  const directory = folder.adapterDirectory(key);
  const known = trainingResultIn(directory);
  if (known) return known;

  const unfinished = folder.adapterDirectory(`${unfinishedPrefix}${key}`);
  rmSync(unfinished, { recursive: true, force: true });
  const work = folder.trainingDirectory(key);
  for (const made of [unfinished, work]) mkdirSync(made, { recursive: true });
  const copied = elsewhere === null ? null : copyAdapter(elsewhere, unfinished);
  const result = copied ?? (await train({ outputDirectory: unfinished, workDirectory: work }));
  writeJsonFile(join(unfinished, resultFileName), result);
  rmSync(directory, { recursive: true, force: true });
  renameSync(unfinished, directory);
  rmSync(work, { recursive: true, force: true });
  return result;
}

/** Null where there is no whole adapter. */
function copyAdapter(from: string, to: string): TrainingResult | null {
  const result = trainingResultIn(from);
  if (result) cpSync(from, to, { recursive: true });
  return result;
}

const trainingResultIn = (directory: string) =>
  readJsonFile(join(directory, resultFileName)) as TrainingResult | null;

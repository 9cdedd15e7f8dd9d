import { mkdirSync, rmSync } from "node:fs";
import type { TrainingExample } from "../domain/training-example.ts";
import { contentKey, type Json } from "../foundation/content-key.ts";
import type { AdapterTrainer } from "../stages/stage.ts";
import type { Trainer } from "../trainers/trainer.ts";
import type { RunFolder } from "./run-folder.ts";

/** Where a trainer tells influences: the function that does so in a run, and goes on with what an interrupted one kept. */
export function influencesIn(
  folder: RunFolder,
  { id, influences }: Trainer,
  baseId: string,
  signal: AbortSignal,
): Pick<AdapterTrainer, "influences"> {
  if (!influences) return {};
  return {
    async influences(request) {
      const { settings, candidates, targets, warmUp } = request;
      const texts = [candidates, warmUp, ...targets].map(textsOf);
      const key = contentKey("influences", id, baseId, { ...settings } as Json, texts);
      const workDirectory = folder.trainingDirectory(key);
      mkdirSync(workDirectory, { recursive: true });
      const told = await influences({ ...request, workDirectory, signal });
      rmSync(workDirectory, { recursive: true });
      return told;
    },
  };
}

const textsOf = (examples: readonly TrainingExample[]): Json =>
  examples.map(({ prompt, completion }) => [prompt, completion]);

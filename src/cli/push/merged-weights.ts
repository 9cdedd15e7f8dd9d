import type { Adapter } from "../../domain/adapter.ts";
import { ErrataError } from "../../foundation/errors.ts";
import { mergedOnce } from "../../models/serving/index.ts";
import { createMergeWeights } from "../../trainers/merge/index.ts";
import type { OpenRun } from "../run/open-run.ts";
import type { BaseModel } from "./base-model.ts";

/** The folder of the model with an adapter of the run merged into it, which is made where there is none yet. */
export async function mergedWeights(
  { folder, record: { config } }: OpenRun,
  { key, digest }: Adapter,
  { title, hubName }: BaseModel,
): Promise<string> {
  if (hubName === null) {
    throw new ErrataError(`An adapter of ${title} can only be merged into a model of the hub.`, {
      advice: "Push the adapter alone with `errata push adapter`.",
    });
  }
  return mergedOnce(createMergeWeights("python" in config.trainer ? config.trainer.python : undefined), {
    adapterDirectory: folder.adapterDirectory(key),
    baseModel: hubName,
    digest,
    folder: folder.servingDirectory,
    signal: new AbortController().signal,
  });
}

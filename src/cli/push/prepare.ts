import { templateOf } from "../../config/template-of.ts";
import { collectRows, exporters, type Selection } from "../../exports/index.ts";
import { ErrataError } from "../../foundation/errors.ts";
import { readTrainedWeights } from "../../models/trained-weights.ts";
import { buildSummary } from "../../report/index.ts";
import { collectRun } from "../finish-run.ts";
import type { OpenRun } from "../run/open-run.ts";
import { baseModelOf } from "./base-model.ts";
import { dataCard } from "./card/data-card.ts";
import { modelCard } from "./card/model-card.ts";
import { mergedWeights } from "./merged-weights.ts";
import type { PushedFile } from "./pushed-file.ts";
import { trainedSubject } from "./trained-subject.ts";
import { weightFiles } from "./weight-files.ts";

export interface PushRequest {
  run: OpenRun;
  /** `owner/name` on the hub. */
  repo: string;
  license: string | undefined;
}

/** The name of the card among the files. */
export const cardFile = "README.md";

/** The files of an adapter, or of a whole model, with the card first. An adapter is merged where a model is wanted. */
export async function prepareWeights(
  { run, repo, license }: PushRequest,
  form: "adapter" | "model",
  wanted: string | undefined,
): Promise<PushedFile[]> {
  const { record, folder } = run;
  const subject = trainedSubject(run, wanted);
  const weights = readTrainedWeights(folder.adapterDirectory(subject.adapter.key));
  if (weights.kind === "hosted") throw keptByProvider(weights.model);
  if (weights.kind === "model" && form === "adapter") throw wholeModel();
  const summary = buildSummary(collectRun(run));
  const base = baseModelOf(record.config, summary.run.targetModel);
  const isMerged = form === "model" && weights.kind === "adapter";
  const directory = isMerged ? await mergedWeights(run, subject.adapter, base) : weights.directory;
  const card = modelCard({ summary, record, name: nameIn(repo), form, base, subject, license });
  return [{ path: cardFile, content: { text: card } }, ...weightFiles(directory, base)];
}

/** The training data of a run as one Parquet file, with the card first. */
export function prepareData({ run, repo, license }: PushRequest, what: Selection): PushedFile[] {
  const { record, store } = run;
  const { recipe } = record.config;
  const rows = collectRows(store, what, { recipe, template: templateOf(record.config) });
  if (rows.length === 0) {
    throw new ErrataError("The run has no data to push yet.", {
      advice: "`errata status` shows how far it is; `--what synthetic` needs no selection.",
    });
  }
  const file = "data/train-00000-of-00001.parquet";
  const summary = buildSummary(collectRun(run));
  const card = dataCard({ summary, record, name: nameIn(repo), what, rows: rows.length, file, license });
  return [
    { path: cardFile, content: { text: card } },
    { path: file, content: { bytes: exporters.parquet(rows).data, says: JSON.stringify(rows) } },
  ];
}

const nameIn = (repo: string): string => repo.slice(repo.indexOf("/") + 1);

function keptByProvider(model: string): ErrataError {
  return new ErrataError(`${model} cannot be pushed: its provider keeps the weights.`, {
    advice: "Push what it was trained on with `errata push data`.",
  });
}

function wholeModel(): ErrataError {
  return new ErrataError("The run trained a whole model, not an adapter.", {
    advice: "Push it with `errata push model`.",
  });
}

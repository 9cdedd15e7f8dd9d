import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { ErrataError } from "../../foundation/errors.ts";

export type Variables = Readonly<Record<string, string | undefined>>;

/** Where a model is looked for. */
export interface ModelPlaces {
  /** Relative paths of models start here. */
  folder: string;
  /** `HF_HUB_CACHE`, `HF_HOME`, `HF_HUB_OFFLINE`, `HF_ENDPOINT` and `HF_TOKEN` are read, as by Hugging Face's own tools. */
  variables: Variables;
}

/** The content of a file of a model, or null where the model has no such file. */
export type ReadModelFile = (name: string) => Promise<string | null>;

/** Reads files of a model from its folder, else from the cache of Hugging Face's tools, else from the hub. */
export function modelFileReader(model: string, { folder, variables }: ModelPlaces): ReadModelFile {
  const local = [resolve(folder, model), cachedSnapshot(model, variables)].find(
    (place) => place !== null && existsSync(join(place, "tokenizer.json")),
  );
  if (local) {
    return async (name) => (existsSync(join(local, name)) ? readFileSync(join(local, name), "utf8") : null);
  }
  return (name) => download(model, name, variables);
}

/** The folder of a model in the cache of Hugging Face's tools, or null where it was never fetched. */
function cachedSnapshot(model: string, variables: Variables): string | null {
  const home = variables.HF_HOME || join(homedir(), ".cache", "huggingface");
  const cache = variables.HF_HUB_CACHE || join(home, "hub");
  const repository = join(cache, `models--${model.replaceAll("/", "--")}`);
  const reference = join(repository, "refs", "main");
  if (!existsSync(reference)) return null;
  return join(repository, "snapshots", readFileSync(reference, "utf8").trim());
}

async function download(model: string, name: string, variables: Variables): Promise<string | null> {
  const { HF_HUB_OFFLINE, HF_TOKEN } = variables;
  const endpoint = (variables.HF_ENDPOINT || "https://huggingface.co").replace(/\/+$/, "");
  if (HF_HUB_OFFLINE && HF_HUB_OFFLINE !== "0") throw unreachable(model, "HF_HUB_OFFLINE is set");
  const headers: Record<string, string> = HF_TOKEN ? { authorization: `Bearer ${HF_TOKEN}` } : {};
  const response = await fetch(`${endpoint}/${model}/resolve/main/${name}`, { headers }).catch((cause) => {
    throw unreachable(model, `${endpoint} cannot be reached`, cause);
  });
  if (response.ok) return response.text();
  await response.body?.cancel();
  if (response.status === 404) return null;
  throw unreachable(model, `${endpoint} answered with status ${response.status}`);
}

function unreachable(model: string, why: string, cause?: unknown): ErrataError {
  return new ErrataError(`The tokenizer of ${model} cannot be had: ${why}.`, {
    advice: `Lengths are counted with it before a training starts. Fetch it once with \`hf download ${model} --include "tokenizer*"\` (HF_TOKEN opens gated models), or name a folder that holds it in \`trainer.model\`.`,
    cause,
  });
}

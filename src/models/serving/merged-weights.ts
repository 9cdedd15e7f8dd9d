import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { adapterName } from "./adapter-name.ts";

export interface Merge {
  /** Folder of the adapter, in the layout of PEFT. */
  adapterDirectory: string;
  /** The base model: a name of the Hugging Face hub, or a folder. */
  baseModel: string;
  /** Empty folder for the merged model. */
  outputDirectory: string;
  /** What the program prints. */
  logFile: string;
  signal: AbortSignal;
}

/** Adds an adapter to the weights it belongs to, and writes the whole model. */
export type MergeWeights = (merge: Merge) => Promise<void>;

/** Gives the folder of the model with an adapter merged into it, which is made once for equal adapters. */
export async function mergedOnce(
  merge: MergeWeights,
  request: Omit<Merge, "outputDirectory" | "logFile"> & { digest: string; folder: string },
): Promise<string> {
  const { digest, folder, ...adapter } = request;
  const directory = join(folder, `${adapterName(digest)}-merged`);
  if (existsSync(directory)) return directory;
  const unfinished = `${directory}-unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  await merge({ ...adapter, outputDirectory: unfinished, logFile: `${directory}.log` });
  renameSync(unfinished, directory);
  return directory;
}

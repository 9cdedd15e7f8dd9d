import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ErrataError } from "../foundation/errors.ts";
import { lockForWriting, unwritable } from "./writer-lock.ts";

/** Where everything of a run lies. A run can be copied and archived by copying its folder. */
export interface RunFolder {
  readonly path: string;
  readonly databaseFile: string;
  readonly configFile: string;
  readonly summaryFile: string;
  readonly reportFile: string;
  adapterDirectory(key: string): string;
  /** What the unfinished training of an adapter keeps for its next try. */
  trainingDirectory(key: string): string;
  /** What is noted of batches at providers. */
  readonly batchesDirectory: string;
  /** Logs of the commands that serve trained models, and models that were merged for them. */
  readonly servingDirectory: string;
  reviewFile(iteration: number): string;
}

export function runFolderAt(path: string): RunFolder {
  return {
    path,
    databaseFile: join(path, "run.sqlite"),
    configFile: join(path, "config.json"),
    summaryFile: join(path, "summary.json"),
    reportFile: join(path, "report.html"),
    adapterDirectory: (key) => join(path, "adapters", key),
    trainingDirectory: (key) => join(path, "trainings", key),
    batchesDirectory: join(path, "batches"),
    servingDirectory: join(path, "serving"),
    reviewFile: (iteration) => join(path, `review-${iteration}.yaml`),
  };
}

/** Makes the folder and claims it for this process; `release` gives it back, and so does the end of the process. */
export function claimRunFolder(path: string): { folder: RunFolder; release: () => void } {
  const folder = runFolderAt(path);
  try {
    mkdirSync(join(path, "adapters"), { recursive: true });
  } catch (cause) {
    throw unwritable(path, cause);
  }
  const release = lockForWriting(path);
  for (const name of readdirSync(join(path, "adapters"))) {
    if (name.startsWith(unfinishedPrefix)) rmSync(join(path, "adapters", name), { recursive: true });
  }
  return { folder, release };
}

/** Adapters are trained under a name with this prefix and renamed when complete. */
export const unfinishedPrefix = "unfinished-";

/** Reads a JSON file of the run, or null when it is not there. */
export function readJsonFile(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return null;
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ErrataError(`${file} is damaged: ${(cause as Error).message}.`, {
      advice: "Restore it from a copy, or remove it to have it written anew.",
      cause,
    });
  }
}

export function writeJsonFile(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}

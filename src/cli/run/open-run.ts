import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { type RunFolder, runFolderAt } from "../../engine/run-folder.ts";
import type { RunStore } from "../../engine/run-store.ts";
import { openSqliteRunStore } from "../../engine/sqlite-run-store.ts";
import { ErrataError } from "../../foundation/errors.ts";
import { type RunRecord, readRunRecord } from "./run-record.ts";

/** A run that exists, opened for reading: another process may be writing it at the same time. */
export interface OpenRun {
  folder: RunFolder;
  record: RunRecord;
  store: RunStore;
}

/** Opens a run for reading, does `work` and closes it. Throws where there is no run. */
export async function withRun<Result>(
  path: string,
  workingFolder: string,
  work: (run: OpenRun) => Result | Promise<Result>,
): Promise<Result> {
  const folder = existingRunFolder(path, workingFolder);
  const record = readRunRecord(folder);
  if (!record) throw noRunAt(folder.path);
  const store = openSqliteRunStore(folder.databaseFile, { readOnly: true });
  try {
    return await work({ folder, record, store });
  } finally {
    store.close();
  }
}

/** The folder of a run. Throws where there is none. */
function existingRunFolder(path: string, workingFolder: string): RunFolder {
  const folder = runFolderAt(resolve(workingFolder, path));
  if (!existsSync(folder.databaseFile)) throw noRunAt(folder.path);
  return folder;
}

function noRunAt(path: string): ErrataError {
  const runs = runsBeside(path);
  return new ErrataError(`There is no run in ${path}.`, {
    advice:
      runs.length > 0
        ? `The runs beside it are ${runs.join(", ")}.`
        : "Give the folder of a run: `errata run` prints where it lies.",
  });
}

function runsBeside(path: string): string[] {
  const parent = isFolder(path) ? path : dirname(path);
  if (!isFolder(parent)) return [];
  return readdirSync(parent).filter(
    (name) => name !== basename(path) && existsSync(runFolderAt(join(parent, name)).databaseFile),
  );
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

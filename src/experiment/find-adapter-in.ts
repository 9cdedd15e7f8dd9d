import { existsSync } from "node:fs";
import type { FindAdapter } from "../engine/adapter-trainer.ts";
import { runFolderAt } from "../engine/run-folder.ts";

/**
 * Finds adapters that one of the runs has made. A training is determined by its key, which says nothing of the run, so that
 * cells which train on the same examples in the same way have the same adapter.
 *
 * @param runs paths of run folders, which need not exist
 */
export function findAdapterIn(runs: readonly string[]): FindAdapter {
  return (key) => runs.map((run) => runFolderAt(run).adapterDirectory(key)).find(existsSync) ?? null;
}

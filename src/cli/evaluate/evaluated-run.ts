import { existsSync } from "node:fs";
import { type RunFolder, runFolderAt } from "../../engine/run-folder.ts";
import { type OpenRun, withRun } from "../run/open-run.ts";

/** Where an evaluation lies, and the run whose models it measures: null where the folder holds none. */
export interface EvaluationPlace {
  folder: RunFolder;
  run: OpenRun | null;
}

/** Opens the run in a folder, if there is one, and does `work`. */
export async function withRunIfAny<Result>(
  path: string,
  work: (place: EvaluationPlace) => Promise<Result>,
): Promise<Result> {
  const folder = runFolderAt(path);
  return existsSync(folder.databaseFile)
    ? withRun(path, path, (run) => work({ folder, run }))
    : work({ folder, run: null });
}

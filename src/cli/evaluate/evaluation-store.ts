import { join } from "node:path";
import { claimRunFolder, type RunFolder } from "../../engine/run-folder.ts";
import type { RunStore } from "../../engine/run-store.ts";
import { openSqliteRunStore } from "../../engine/sqlite-run-store.ts";
import type { EvaluationPlace } from "./evaluated-run.ts";

/**
 * Opens the store of a folder's evaluations, beside the store of its run, so that the run stays what it was. What the
 * run got as responses is not asked for again, and what it paid counts towards the budget.
 */
export async function withEvaluationStore<Result>(
  { folder: { path }, run }: EvaluationPlace,
  work: (stores: { joint: RunStore; own: RunStore; folder: RunFolder }) => Promise<Result>,
): Promise<Result> {
  const { folder, release } = claimRunFolder(path);
  try {
    const own = openSqliteRunStore(join(folder.path, "evaluations.sqlite"));
    try {
      return await work({ joint: run ? jointStore(own, run.store) : own, own, folder });
    } finally {
      own.close();
    }
  } finally {
    release();
  }
}

function jointStore(own: RunStore, run: RunStore): RunStore {
  return {
    ...own,
    response: (key) => own.response(key) ?? run.response(key),
    usage: () => [...run.usage(), ...own.usage()],
  };
}

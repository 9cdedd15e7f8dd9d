import { existsSync } from "node:fs";
import { claimRunFolder, runFolderAt } from "../../engine/run-folder.ts";
import type { RunStore } from "../../engine/run-store.ts";
import { openSqliteRunStore } from "../../engine/sqlite-run-store.ts";

/** Opens a run's store: to write, which claims the run for this process, or to read, and then null where there is none. */
export async function withRunStore<Result>(
  path: string,
  mode: "read" | "write",
  work: (store: RunStore | null) => Promise<Result>,
): Promise<Result> {
  const { databaseFile } = runFolderAt(path);
  if (mode === "read" && !existsSync(databaseFile)) return work(null);
  const release = mode === "write" ? claimRunFolder(path).release : () => {};
  try {
    const store = openSqliteRunStore(databaseFile, { readOnly: mode === "read" });
    try {
      return await work(store);
    } finally {
      store.close();
    }
  } finally {
    release();
  }
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { executeRun, type RunOptions } from "../../src/engine/execute-run.ts";
import { runFolderAt } from "../../src/engine/run-folder.ts";
import type { RunStore } from "../../src/engine/run-store.ts";
import { openSqliteRunStore } from "../../src/engine/sqlite-run-store.ts";

/** Where plans are executed without a command line. */
export interface RunBench {
  store: RunStore;
  /** What is in the store is not made again. */
  execute(run: Pick<RunOptions, "plan" | "given" | "services">): Promise<void>;
  remove(): void;
}

/** A store in memory, and a folder of its own for adapters. */
export function createRunBench(): RunBench {
  const directory = mkdtempSync(join(tmpdir(), "errata-run-"));
  const store = openSqliteRunStore(":memory:");
  return {
    store,
    execute: (run) =>
      executeRun({
        ...run,
        seed: "0",
        store,
        folder: runFolderAt(directory),
        signal: new AbortController().signal,
        onProgress: () => {},
      }),
    remove() {
      store.close();
      rmSync(directory, { recursive: true });
    },
  };
}

import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";

/** Milliseconds between two looks at a lock that another process holds. */
const interval = 500;

/** SQLite's result code for "somebody else holds the lock". */
const sqliteBusy = 5;

/**
 * Works while no other process does under the same lock. The lock is an exclusive SQLite transaction on a file: the
 * operating system drops it with the process, so a crash leaves nothing to clean up.
 */
export async function whileLocked<Result>(
  file: string,
  { onWait, signal }: { onWait: () => void; signal?: AbortSignal | undefined },
  work: () => Promise<Result>,
): Promise<Result> {
  let release = tryToLock(file);
  if (!release) onWait();
  while (!release) {
    await sleep(interval, undefined, signal ? { signal } : {});
    release = tryToLock(file);
  }
  try {
    return await work();
  } finally {
    release();
  }
}

function tryToLock(file: string): (() => void) | null {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE;");
    return () => database.close();
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode === sqliteBusy) return null;
    throw error;
  }
}

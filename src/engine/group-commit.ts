import type { DatabaseSync } from "node:sqlite";

/** Runs writes that arrive together in one transaction; each promise resolves once its write is committed. */
export interface GroupCommit {
  write(statement: () => void): Promise<void>;
  /** Commits what is waiting, now. */
  flush(): void;
}

/**
 * Commits at the end of the current turn of the event loop: writes of one turn share a transaction, and none waits
 * longer than a turn. A write that fails rolls the whole group back and rejects all of it.
 */
export function createGroupCommit(database: DatabaseSync): GroupCommit {
  let waiting: { statement: () => void; resolve: () => void; reject: (error: unknown) => void }[] = [];
  let scheduled: NodeJS.Immediate | undefined;

  const flush = () => {
    clearImmediate(scheduled);
    scheduled = undefined;
    const group = waiting;
    waiting = [];
    if (group.length === 0) return;
    try {
      inTransaction(database, () => {
        for (const { statement } of group) statement();
      });
    } catch (error) {
      for (const { reject } of group) reject(error);
      return;
    }
    for (const { resolve } of group) resolve();
  };

  return {
    flush,
    write: (statement) =>
      new Promise((resolve, reject) => {
        waiting.push({ statement, resolve, reject });
        scheduled ??= setImmediate(flush);
      }),
  };
}

/** All of `work`, or none of it. */
export function inTransaction(database: DatabaseSync, work: () => void): void {
  database.exec("BEGIN IMMEDIATE");
  try {
    work();
    database.exec("COMMIT");
  } catch (error) {
    // A full disk ends the transaction by itself.
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { ErrataError } from "../foundation/errors.ts";

/** A process that works on a run. */
const Writer = z.object({ pid: z.int(), host: z.string() });
export type Writer = z.infer<typeof Writer>;

const lockFile = (path: string) => join(path, "writer.lock");
/** Says who holds the lock, and nothing about whether it is held: a crash leaves it behind. */
const writerFile = (path: string) => join(path, "writer.json");

/**
 * One writer at a time. The lock is an exclusive SQLite transaction on a file of its own: the operating system drops
 * it with the process, so a crash leaves nothing to clean up. Gives back what releases it.
 */
export function lockForWriting(path: string): () => void {
  let database: DatabaseSync | undefined;
  try {
    const opened = new DatabaseSync(lockFile(path), { timeout: patience });
    database = opened;
    opened.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE;");
    writeFileSync(writerFile(path), JSON.stringify({ pid: process.pid, host: hostname() } satisfies Writer));
    return () => {
      rmSync(writerFile(path), { force: true });
      opened.close();
    };
  } catch (cause) {
    database?.close();
    if (!isBusy(cause)) throw unwritable(path, cause);
    throw new ErrataError(`Another process is working on the run in ${path}.`, {
      advice: "Wait for it to end or stop it; `errata status` says which it is, and may be used meanwhile.",
      cause,
    });
  }
}

/** The process that works on a run now; `unknown` where it does not say which it is; null where there is none. */
export function writerOf(path: string): Writer | "unknown" | null {
  if (!isLocked(path)) return null;
  try {
    return Writer.parse(JSON.parse(readFileSync(writerFile(path), "utf8")));
  } catch {
    return "unknown";
  }
}

/** Reading is refused exactly as long as somebody writes. */
function isLocked(path: string): boolean {
  if (!existsSync(lockFile(path))) return false;
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(lockFile(path), { readOnly: true, timeout: 0 });
    database.prepare("SELECT * FROM sqlite_schema").all();
    return false;
  } catch (error) {
    return isBusy(error);
  } finally {
    database?.close();
  }
}

/** Milliseconds: longer than `writerOf` looks. */
const patience = 100;

/** SQLite's result code for "somebody else holds the lock". */
const sqliteBusy = 5;

const isBusy = (error: unknown) => (error as { errcode?: number }).errcode === sqliteBusy;

export function unwritable(path: string, cause: unknown): ErrataError {
  return new ErrataError(`The run folder ${path} cannot be written: ${(cause as Error).message}.`, {
    advice: "Choose another place with `--out`, or correct the permissions.",
    cause,
  });
}

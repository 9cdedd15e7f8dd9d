import { ErrataError } from "../foundation/errors.ts";

/** SQLite's primary result codes for a full disk and for failed input or output (a quota, a limit on file sizes). */
const sqliteFull = 13;
const sqliteInputOutput = 10;
/** The operating system's words for the same. */
const systemCodes: ReadonlySet<unknown> = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);

/** A failure to store as an `ErrataError` that says what to do; every other error as it is. */
export function explainStorageFailure(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !isStorageFailure(error)) return error;
  return new ErrataError(`The run in ${path} cannot be stored: ${error.message}.`, {
    advice: "Make room on the disk and run the same command again: what was stored is kept.",
    cause: error,
  });
}

function isStorageFailure(error: Error & { code?: unknown; errcode?: unknown }): boolean {
  if (systemCodes.has(error.code)) return true;
  // The lower eight bits are the primary code.
  const primary = typeof error.errcode === "number" ? error.errcode & 0xff : undefined;
  return primary === sqliteFull || primary === sqliteInputOutput;
}

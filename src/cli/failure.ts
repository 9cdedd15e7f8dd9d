import { ErrataError } from "../foundation/errors.ts";

/** An error as a person reads it: what happened, and what to do about it. */
export interface Failure {
  message: string;
  advice: string | undefined;
  /** Whether the program met something it was not written for. */
  unexpected: boolean;
}

export function describeFailure(error: unknown): Failure {
  if (ErrataError.isInstance(error))
    return { message: error.message, advice: error.advice, unexpected: false };
  const known = knownFailure(error);
  if (known) return { ...known, unexpected: false };
  const message = error instanceof Error ? error.message : String(error);
  return {
    message: `Something went wrong that Errata did not expect: ${message}`,
    advice: "Run the command again with --verbose and report what it prints. What was stored is kept.",
    unexpected: true,
  };
}

interface SystemError extends Error {
  code?: string;
  path?: string;
  /** Result code of SQLite. */
  errcode?: number;
}

/** https://sqlite.org/rescode.html */
const sqlite = { readOnly: 8, ioError: 10, corrupt: 11, full: 13, cannotOpen: 14, notADatabase: 26 };

/** Failures of the machine that a person can mend, whichever part of the program met them. */
function knownFailure(error: unknown): Pick<Failure, "message" | "advice"> | null {
  if (!(error instanceof Error)) return null;
  const { code, path, message, errcode } = error as SystemError;
  const primaryCode = errcode === undefined ? undefined : errcode & 0xff;
  if (code === "ENOSPC" || code === "EDQUOT" || primaryCode === sqlite.full) {
    return {
      message: "The disk is full.",
      advice: "Free some space and run the same command again: it goes on where this one stopped.",
    };
  }
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return {
      message: `${path ?? "A file"} may not be read or written: ${message}.`,
      advice: "Correct the permissions, or choose another place with --out.",
    };
  }
  if (
    primaryCode === sqlite.readOnly ||
    primaryCode === sqlite.cannotOpen ||
    primaryCode === sqlite.ioError
  ) {
    return {
      message: `The run's database cannot be opened or written: ${message}.`,
      advice: "Check that its folder and disk can be written.",
    };
  }
  if (primaryCode === sqlite.corrupt || primaryCode === sqlite.notADatabase) {
    return {
      message: `The run's database is damaged: ${message}.`,
      advice: "Restore the run folder from a copy, or start a new run with another --out.",
    };
  }
  return null;
}

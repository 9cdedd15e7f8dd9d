import { DatabaseSync } from "node:sqlite";
import { ErrataError } from "../foundation/errors.ts";
import { inTransaction } from "./group-commit.ts";
import { schema, schemaVersion } from "./schema.ts";

/**
 * Opens a run's SQLite file, with its tables.
 *
 * WAL with `synchronous = NORMAL`: a committed transaction survives the death of the process (SIGKILL included); only
 * the last ones can be lost when the whole machine loses power, and the file stays sound even then.
 */
export function openDatabase(file: string, { readOnly = false }: { readOnly?: boolean } = {}): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { readOnly, timeout: 10_000 });
    if (!readOnly) database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
    prepareTables(database, file, readOnly);
    return database;
  } catch (cause) {
    database?.close();
    if (ErrataError.isInstance(cause)) throw cause;
    throw new ErrataError(`${file} cannot be opened as a run: ${(cause as Error).message}.`, {
      advice:
        "Check that the path is a run's, that its folder may be written, and that the disk is not full.",
      cause,
    });
  }
}

function prepareTables(database: DatabaseSync, file: string, readOnly: boolean): void {
  const { user_version: version } = database.prepare("PRAGMA user_version").get() as { user_version: number };
  if (version === schemaVersion) return;
  if (version !== 0) {
    throw new ErrataError(
      `${file} was written by another version of Errata (format ${version}, this is ${schemaVersion}).`,
      { advice: "Read it with the version that wrote it, or start a new run." },
    );
  }
  if (readOnly) {
    throw new ErrataError(`${file} holds no run yet.`, { advice: "Start the run with `errata run`." });
  }
  inTransaction(database, () => database.exec(`${schema} PRAGMA user_version = ${schemaVersion};`));
}

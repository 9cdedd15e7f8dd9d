import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** A file of requests that lies at the provider, and the batch that was made of it. */
const BatchRecord = z.object({
  fileId: z.string(),
  /** Null until the provider is known to have begun it. */
  batchId: z.string().nullable(),
  endpoint: z.string(),
  /** Of its requests. */
  keys: z.array(z.string()),
});

export interface BatchRecord extends Readonly<z.infer<typeof BatchRecord>> {
  /** Its name in the journal; later records have greater names. */
  readonly name: string;
}

/**
 * What a run has at a provider, on disk before anything is paid for: a process that goes on after a crash finds its
 * batches here. One process writes at a time.
 */
export interface BatchJournal {
  /** In the order in which they were made. */
  records(): BatchRecord[];
  /** A record as it stands now; null where it was removed. */
  find(name: string): BatchRecord | null;
  add(content: Omit<BatchRecord, "name">): BatchRecord;
  update(record: BatchRecord): void;
  /** Forgets a batch that never began. */
  remove(record: BatchRecord): void;
  /** Keeps the lines that a batch came back with: it is at its end. */
  keepResults(record: BatchRecord, lines: readonly Buffer[]): void;
  resultsFile(record: BatchRecord): string;
  hasResults(record: BatchRecord): boolean;
}

/** The journal in a folder, which is made with the first record. */
export function openBatchJournal(folder: string): BatchJournal {
  const recordFile = (name: string) => join(folder, `${name}${recordEnding}`);
  const resultsFile = ({ name }: BatchRecord) => join(folder, `${name}${resultsEnding}`);
  const names = () =>
    filesIn(folder)
      .filter((file) => file.endsWith(recordEnding))
      .map((file) => file.slice(0, -recordEnding.length))
      .sort();
  const read = (name: string): BatchRecord => ({
    name,
    ...BatchRecord.parse(JSON.parse(readFileSync(recordFile(name), "utf8"))),
  });

  const update = ({ name, ...content }: BatchRecord) =>
    writeWhole(recordFile(name), [Buffer.from(JSON.stringify(content))]);
  return {
    records: () => names().map(read),
    find: (name) => (existsSync(recordFile(name)) ? read(name) : null),
    add(content) {
      mkdirSync(folder, { recursive: true });
      const last = Number(names().at(-1) ?? 0);
      const record = { name: String(last + 1).padStart(digits, "0"), ...content };
      update(record);
      return record;
    },
    update,
    remove: ({ name }) => rmSync(recordFile(name)),
    keepResults: (record, lines) => writeWhole(resultsFile(record), lines),
    resultsFile,
    hasResults: (record) => existsSync(resultsFile(record)),
  };
}

/** Batches of a journal that have not come back, and how many requests they hold. */
export function batchesUnderWay(folder: string): { batches: number; requests: number } {
  const journal = openBatchJournal(folder);
  const open = journal.records().filter((record) => !journal.hasResults(record));
  return { batches: open.length, requests: open.reduce((sum, { keys }) => sum + keys.length, 0) };
}

const recordEnding = ".batch.json";
const resultsEnding = ".results.jsonl";
const digits = 6;

function filesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** A file is there as a whole or not at all, whenever the process dies. */
function writeWhole(file: string, parts: readonly Buffer[]): void {
  const unfinished = `${file}.unfinished`;
  writeFileSync(unfinished, Buffer.concat(parts), { flush: true });
  renameSync(unfinished, file);
}

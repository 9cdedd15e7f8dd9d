import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";

/** What is known of a training at the provider. It is written before anything is sent that may not be sent twice. */
const Record = z.object({
  /** Null while it may lie there or not. */
  fileId: z.string().nullable(),
  jobId: z.string().nullable(),
});
export type TrainingRecord = z.infer<typeof Record>;

/** The record of a training, or null where nothing was sent yet. */
export function readRecord(file: string): TrainingRecord | null {
  return existsSync(file) ? Record.parse(JSON.parse(readFileSync(file, "utf8"))) : null;
}

/** It is there as a whole or not at all, whenever the process dies. */
export function writeRecord(file: string, record: TrainingRecord): void {
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.unfinished`;
  writeFileSync(unfinished, JSON.stringify(record), { flush: true });
  renameSync(unfinished, file);
}

export function forgetRecord(file: string): void {
  rmSync(file, { force: true });
}

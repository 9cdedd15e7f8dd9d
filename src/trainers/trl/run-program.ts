import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runProcess } from "../process/index.ts";
import { explainFailure } from "./explain-failure.ts";
import { type ProgramRecord, readRecord } from "./records.ts";

export interface ProgramOptions {
  /** The command that runs Python. */
  python: readonly [interpreter: string, ...parameters: string[]];
  /** One of the folder `program`. */
  program: "train.py" | "influences.py";
  /** What is run, in messages. */
  name: string;
  requestFile: string;
  workDirectory: string;
  onRecord: (record: ProgramRecord) => void;
  signal?: AbortSignal | undefined;
}

const variables = {
  ERRATA_LIFELINE: "stdin",
  PYTHONUNBUFFERED: "1",
  TOKENIZERS_PARALLELISM: "false",
  // Asked for by PyTorch's deterministic mode on CUDA.
  CUBLAS_WORKSPACE_CONFIG: ":4096:8",
};

/** Runs a program to its end and tells its records. @throws the signal's reason, or an `ErrataError` for a person */
export async function runProgram(options: ProgramOptions): Promise<void> {
  const { python, program, name, requestFile, workDirectory, onRecord, signal } = options;
  let failure: (ProgramRecord & { kind: "failure" }) | null = null;
  try {
    await runProcess({
      name,
      command: [...python, fileURLToPath(new URL(`./program/${program}`, import.meta.url)), requestFile],
      directory: workDirectory,
      variables,
      holdsInput: true,
      logFile: join(workDirectory, "log.txt"),
      onLine: (line) => {
        const record = readRecord(line);
        if (record?.kind === "failure") failure = record;
        if (record) onRecord(record);
      },
      adviceWhenMissing: "Correct `trainer.python`, or leave it out.",
      signal,
    });
  } catch (error) {
    signal?.throwIfAborted();
    throw explainFailure(error, failure, python[0]);
  }
}

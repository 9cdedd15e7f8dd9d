import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { workerModule } from "../../foundation/worker-module.ts";

export interface ProcessOptions {
  /** A program with its arguments, or one line for the shell. */
  command: string | readonly string[];
  environment: Readonly<Record<string, string | undefined>>;
  /** Where it starts. */
  workingFolder: string;
  /** What the command writes is added here. */
  logFile: string;
}

/** A command that runs beside this process and never longer than it. */
export interface GuardedProcess {
  /** Its exit status, once it has ended. */
  readonly ended: Promise<number>;
  /** What it wrote last. */
  lastLines(): string[];
  /** Ends it with all that it started; resolves when it is gone. */
  end(): Promise<void>;
}

const guard = fileURLToPath(workerModule(new URL("./process-guard-worker", import.meta.url)));

export function startGuardedProcess({
  command,
  environment,
  workingFolder,
  logFile,
}: ProcessOptions): GuardedProcess {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, "a");
  const begin = statSync(logFile).size;
  // Apart from the terminal's group, so that Ctrl-C reaches Errata alone, which ends the command when it has done.
  const child = spawn(process.execPath, [guard, JSON.stringify(command)], {
    stdio: ["pipe", log, log],
    cwd: workingFolder,
    env: { ...environment },
    detached: true,
  });
  closeSync(log);
  child.stdin!.on("error", () => {});
  const ended = new Promise<number>((resolve) => {
    child.on("error", () => resolve(1));
    child.on("exit", (status) => resolve(status ?? 1));
  });
  return {
    ended,
    lastLines: () => tailOf(readFileSync(logFile).subarray(begin).toString("utf8")),
    async end() {
      child.stdin!.end();
      await ended;
    },
  };
}

/** Enough to hold an error's end, and little enough to be read. */
const shownLines = 8;

const tailOf = (text: string): string[] => text.trimEnd().split("\n").slice(-shownLines);

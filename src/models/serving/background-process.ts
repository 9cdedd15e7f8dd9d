import { closeSync, mkdirSync, openSync, readFileSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { type Command, startProcessGroup } from "../../foundation/process-group/index.ts";

export interface ProcessOptions {
  command: Command;
  environment: Readonly<Record<string, string | undefined>>;
  /** Where it starts. */
  workingFolder: string;
  /** What the command writes is added here. */
  logFile: string;
}

/** A command that runs beside this process and never longer than it. */
export interface BackgroundProcess {
  /** Its exit status, once it has ended. */
  readonly ended: Promise<number>;
  /** What it wrote last. */
  lastLines(): string[];
  /** Ends it with all that it started; resolves when it is gone. */
  end(): Promise<void>;
}

/** What a shell answers where there is no such program. */
const notFound = 127;

export function startBackgroundProcess({
  command,
  environment,
  workingFolder,
  logFile,
}: ProcessOptions): BackgroundProcess {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, "a");
  const begin = statSync(logFile).size;
  const group = startProcessGroup(command, {
    stdio: ["ignore", log, log],
    cwd: workingFolder,
    env: { ...environment },
  });
  const { promise: ended, resolve } = Promise.withResolvers<number>();
  group.process.once("error", (error) => {
    const program = typeof command === "string" ? command : command[0];
    writeSync(log, `${program} cannot be started: ${error.message}\n`);
    resolve(notFound);
  });
  group.process.once("exit", (status) => {
    // What the command itself left behind.
    group.kill();
    resolve(status ?? 1);
  });
  ended.then(() => closeSync(log));
  return {
    ended,
    lastLines: () => tailOf(readFileSync(logFile).subarray(begin).toString("utf8")),
    async end() {
      group.end();
      await ended;
    },
  };
}

/** Enough to hold an error's end, and little enough to be read. */
const shownLines = 8;

const tailOf = (text: string): string[] => text.trimEnd().split("\n").slice(-shownLines);

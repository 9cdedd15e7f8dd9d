import type { ChildProcess } from "node:child_process";
import { closeSync, openSync, writeSync } from "node:fs";
import type { Readable } from "node:stream";
import { ErrataError } from "../../foundation/errors.ts";
import { type Command, type ProcessGroup, startProcessGroup } from "../../foundation/process-group/index.ts";
import { type Clock, systemClock } from "../../models/admission/index.ts";
import { createLineReader } from "./lines.ts";

export interface ProcessOptions {
  /** What is run, in messages. */
  name: string;
  command: Command;
  /** Where it runs. */
  directory: string;
  /** Laid over the environment of this process. */
  variables?: Readonly<Record<string, string>>;
  /** Its standard input stays open, without a word, for as long as this process lives. */
  holdsInput?: boolean;
  /** What it prints is written here, over what an earlier one left. */
  logFile: string;
  /** Each line of its standard output. */
  onLine?: (line: string) => void;
  /** What a person can do where the program is not there. */
  adviceWhenMissing: string;
  signal?: AbortSignal | undefined;
  clock?: Pick<Clock, "after"> | undefined;
}

const linesShown = 20;

/**
 * Runs a program to its end, in a process group of its own that ends with this process.
 *
 * @throws the signal's reason once the process has ended after an abort; an `ErrataError` with its last lines where it
 * could not be started or failed
 */
export async function runProcess(options: ProcessOptions): Promise<void> {
  const { signal, clock = systemClock } = options;
  signal?.throwIfAborted();
  const group = start(options);
  const output = keepOutput(group.process, options);
  const onAbort = () => group.end(clock.after);
  signal?.addEventListener("abort", onAbort, { once: true });
  try {
    const end = await endOf(group.process);
    signal?.throwIfAborted();
    if (end.kind === "unstarted") throw notStarted(options, end.error);
    if (end.code !== 0) throw failed(options, end, output.lastLines());
  } finally {
    output.close();
    signal?.removeEventListener("abort", onAbort);
  }
}

function start({ command, directory, variables, holdsInput }: ProcessOptions): ProcessGroup {
  return startProcessGroup(command, {
    cwd: directory,
    env: { ...process.env, ...variables },
    stdio: [holdsInput ? "pipe" : "ignore", "pipe", "pipe"],
  });
}

/** Writes what the process prints to its log, tells its lines and keeps the last of them. */
function keepOutput(child: ChildProcess, { logFile, onLine }: ProcessOptions) {
  const log = openSync(logFile, "w");
  const last: string[] = [];
  const keep = (stream: Readable | null, tell?: (line: string) => void) => {
    const reader = createLineReader((line) => {
      if (last.push(line) > linesShown) last.shift();
      tell?.(line);
    });
    stream?.setEncoding("utf8");
    stream?.on("data", (text: string) => {
      writeSync(log, text);
      reader.read(text);
    });
    stream?.on("end", reader.end);
  };
  keep(child.stdout, onLine);
  keep(child.stderr);
  return { lastLines: () => last, close: () => closeSync(log) };
}

type End =
  | { kind: "unstarted"; error: Error }
  | { kind: "ended"; code: number | null; signal: string | null };

function endOf(child: ChildProcess): Promise<End> {
  const { promise, resolve } = Promise.withResolvers<End>();
  child.once("error", (error) => resolve({ kind: "unstarted", error }));
  child.once("close", (code, signal) => resolve({ kind: "ended", code, signal }));
  return promise;
}

const programOf = (command: Command) => (typeof command === "string" ? command : (command[0] ?? ""));

function notStarted({ name, command, adviceWhenMissing }: ProcessOptions, cause: Error): ErrataError {
  const { code } = cause as NodeJS.ErrnoException;
  const why = code === "ENOENT" ? "there is no such program" : cause.message;
  return new ErrataError(`${name} cannot be started by \`${programOf(command)}\`: ${why}.`, {
    advice: adviceWhenMissing,
    cause,
  });
}

function failed(
  { name, logFile }: ProcessOptions,
  { code, signal }: { code: number | null; signal: string | null },
  lines: readonly string[],
): ErrataError {
  const how = signal === null ? `exit code ${code}` : `ended by ${signal}`;
  const end = lines.length === 0 ? "It printed nothing." : `Its last lines:\n${lines.join("\n")}`;
  return new ErrataError(`${name} failed (${how}). ${end}`, {
    advice: `${adviceFor(lines, signal)}All that it printed is in ${logFile}. Run the same command again once the cause is gone: what it kept is used.`,
  });
}

const outOfMemory = /out of memory|OutOfMemoryError|DefaultCPUAllocator: can't allocate/i;

/** An operating system that runs out of memory kills, and says nothing. */
const adviceFor = (lines: readonly string[], signal: string | null) =>
  signal === "SIGKILL" || lines.some((line) => outOfMemory.test(line))
    ? "There was too little memory, as it seems: lower `microBatchSize` (the batch stays as large) or `stages.train.maxSequenceLength`. "
    : "";

import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, writeSync } from "node:fs";
import type { Readable } from "node:stream";
import { ErrataError } from "../../foundation/errors.ts";
import { type Clock, systemClock } from "../../models/admission/index.ts";
import { createLineReader } from "./lines.ts";

/** A program with its arguments, or one line for the shell. */
export type Command = string | readonly string[];

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

/** How long a process may take to end by itself once it was asked to, before it is killed. */
const graceMilliseconds = 10_000;
const linesShown = 20;

/**
 * Runs a program to its end, in a process group of its own, so that whatever it started ends with it.
 *
 * @throws the signal's reason once the process has ended after an abort; an `ErrataError` with its last lines where it
 * could not be started or failed
 */
export async function runProcess(options: ProcessOptions): Promise<void> {
  const { signal, clock = systemClock } = options;
  signal?.throwIfAborted();
  const child = start(options);
  const output = keepOutput(child, options);
  const cancelKill: (() => void)[] = [];
  const onAbort = () => {
    endGroup(child, "SIGTERM");
    cancelKill.push(clock.after(graceMilliseconds, () => endGroup(child, "SIGKILL")));
  };
  signal?.addEventListener("abort", onAbort, { once: true });
  try {
    const end = await endOf(child);
    signal?.throwIfAborted();
    if (end.kind === "unstarted") throw notStarted(options, end.error);
    if (end.code !== 0) throw failed(options, end, output.lastLines());
  } finally {
    output.close();
    signal?.removeEventListener("abort", onAbort);
    for (const cancel of cancelKill) cancel();
  }
}

const isWindows = process.platform === "win32";

function start({ command, directory, variables, holdsInput }: ProcessOptions): ChildProcess {
  const input = holdsInput ? "pipe" : "ignore";
  const options = {
    cwd: directory,
    env: { ...process.env, ...variables },
    stdio: [input, "pipe", "pipe"] as ["pipe" | "ignore", "pipe", "pipe"],
    detached: !isWindows,
  };
  if (typeof command === "string") return spawn(command, { ...options, shell: true });
  const [program = "", ...rest] = command;
  return spawn(program, rest, options);
}

function endGroup(child: ChildProcess, signal: "SIGTERM" | "SIGKILL"): void {
  if (child.pid === undefined) return;
  try {
    if (isWindows) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // The group has ended meanwhile.
  }
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

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommandLine } from "../../src/cli/command-line.ts";
import type { Environment } from "../../src/cli/environment.ts";
import type { RunServices } from "../../src/engine/execute-run.ts";
import { createToyServices } from "./toy-services.ts";

/** A command line over stand-ins: what it wrote, and Ctrl-C as a function. */
export interface TestBench {
  folder: string;
  environment: Environment;
  /** Runs `errata …` and gives its exit code. */
  errata(...rawArguments: string[]): Promise<number>;
  /** What the last command wrote. */
  output(): string;
  errors(): string;
  pressInterrupt(): void;
  remove(): void;
}

export interface BenchOptions {
  /** Standard input, in the pieces in which it comes. */
  input?: Iterable<string>;
  createServices?: (bench: TestBench) => RunServices;
  /** What the person at the terminal says to each question, and does before saying it; nobody is there without it. */
  confirm?: (question: string) => boolean;
}

/** A folder of its own, toy services, and a clock that stands still. */
export function createTestBench(options: BenchOptions = {}): TestBench {
  const folder = mkdtempSync(join(tmpdir(), "errata-cli-"));
  const written = { output: "", errors: "" };
  const interruptListeners = new Set<() => void>();
  const screen = (name: keyof typeof written) => ({
    write: (text: string) => {
      written[name] += text;
    },
    isTerminal: false,
    colour: false,
    columns: () => 100,
    drained: async () => {},
  });
  const { confirm } = options;
  const environment: Environment = {
    workingFolder: folder,
    variables: {},
    readInput: async function* () {
      yield* options.input ?? [];
    },
    output: screen("output"),
    errors: screen("errors"),
    clock: { now: () => 0, instant: () => "2026-01-02T03:04:05.000Z", after: () => () => {} },
    person: confirm ? { confirm: async (question) => confirm(question) } : null,
    onInterrupt(listener) {
      interruptListeners.add(listener);
      return () => interruptListeners.delete(listener);
    },
    exitAtOnce: (code) => {
      written.errors += `exit at once with ${code}\n`;
    },
    createServices: async () => options.createServices?.(bench) ?? createToyServices(),
  };
  const bench: TestBench = {
    folder,
    environment,
    errata(...rawArguments) {
      written.output = "";
      written.errors = "";
      return runCommandLine(rawArguments, environment);
    },
    output: () => written.output,
    errors: () => written.errors,
    pressInterrupt: () => {
      for (const listener of interruptListeners) listener();
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
  return bench;
}

import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { canonicalDump } from "../../src/engine/canonical-dump.ts";
import { runFolderAt } from "../../src/engine/run-folder.ts";
import type { RunStore } from "../../src/engine/run-store.ts";
import { openSqliteRunStore } from "../../src/engine/sqlite-run-store.ts";
import { collectRows, exporters } from "../../src/exports/index.ts";
import { questionAndSolution } from "../../src/models/prompt-template.ts";

const program = fileURLToPath(new URL("../fixtures/crash-run.ts", import.meta.url));

/** Spares the many processes half of their starting time. */
const compileCache = join(tmpdir(), "errata-compile-cache");

/** How a process is to end before its work is done. */
interface Stop {
  /** Once it has said so many lines. */
  afterLines: number;
  with: "SIGKILL" | "SIGINT";
}

/** What became of a process. */
interface Life {
  /** Its exit code; null where a signal ended it. */
  code: number | null;
  lines: number;
  errors: string;
}

/** Requests in the order in which the models were asked, by model. */
export type Request = [model: string, key: string];

/** A run of the crash program in a folder of its own, which may take several processes. */
export interface CrashBench {
  /** Starts the program and waits for its end; `limitInBlocks` is how long its files may get, in 512 bytes. */
  live(options?: { stop?: Stop; limitInBlocks?: number }): Promise<Life>;
  /** Everything that was asked so far, by all processes. */
  asked(): Request[];
  /** Reads what is stored. */
  inspect<Result>(read: (store: RunStore) => Result): Result;
  /** All that the run made: dump, exports and adapters. */
  result(): RunResult;
  remove(): void;
}

export interface RunResult {
  dump: string[];
  exported: Record<string, string>;
  /** Every file of every adapter, by path. */
  adapters: Record<string, string>;
}

export function createCrashBench(): CrashBench {
  const place = mkdtempSync(join(tmpdir(), "errata-crash-"));
  const folder = runFolderAt(join(place, "run"));
  const requestLog = join(place, "requests.jsonl");
  mkdirSync(folder.path);

  const inspect: CrashBench["inspect"] = (read) => {
    const store = openSqliteRunStore(folder.databaseFile);
    try {
      return read(store);
    } finally {
      store.close();
    }
  };
  return {
    live: ({ stop, limitInBlocks } = {}) => {
      const node = [process.execPath, program, folder.path, requestLog];
      return limitInBlocks === undefined
        ? watch(node, stop)
        : watch(["sh", "-c", `ulimit -f ${limitInBlocks}; exec "$@"`, "sh", ...node], stop);
    },
    asked: () =>
      readFileSync(requestLog, { encoding: "utf8", flag: "a+" })
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line)),
    inspect,
    result: () => ({
      dump: inspect((store) => [...canonicalDump(store)]),
      exported: inspect(exportAll),
      adapters: filesUnder(join(folder.path, "adapters")),
    }),
    remove: () => rmSync(place, { recursive: true }),
  };
}

async function watch([command, ...rest]: string[], stop: Stop | undefined): Promise<Life> {
  const child = spawn(command!, rest, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  });
  let lines = 0;
  let errors = "";
  let stopped = false;
  child.stderr.on("data", (chunk: Buffer) => {
    errors += chunk.toString();
  });
  child.stdout.on("data", (chunk: Buffer) => {
    for (const byte of chunk) if (byte === 0x0a) lines += 1;
    if (stop && !stopped && lines >= stop.afterLines) {
      stopped = true;
      child.kill(stop.with);
    }
  });
  const { promise, resolve, reject } = Promise.withResolvers<Life>();
  child.on("error", reject);
  child.on("close", (code) => resolve({ code, lines, errors }));
  return promise;
}

function exportAll(store: RunStore): Record<string, string> {
  const rows = collectRows(store, "all", { recipe: "sei", template: questionAndSolution });
  return Object.fromEntries(
    Object.entries(exporters).flatMap(([format, write]) =>
      Object.entries(write(rows)).map(([part, bytes]) => [
        `${format} ${part}`,
        Buffer.from(bytes).toString("base64"),
      ]),
    ),
  );
}

function filesUnder(path: string): Record<string, string> {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      return [file.slice(path.length), readFileSync(file, "base64")];
    }),
  );
}

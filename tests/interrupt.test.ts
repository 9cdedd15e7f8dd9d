import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { runFolderAt } from "../src/engine/run-folder.ts";
import { openSqliteRunStore } from "../src/engine/sqlite-run-store.ts";
import {
  answerWith,
  type LoopbackServer,
  startLoopbackServer,
} from "../src/models/ai-sdk/loopback-server.fixture.ts";
import { writeConfig, writeToyProblems } from "./support/toy-problems.ts";

const main = fileURLToPath(new URL("../src/cli/main.ts", import.meta.url));
const concurrency = 3;

let folder: string;
let server: LoopbackServer;
/** Answers the calls that the server holds, in the order in which they came. */
let held: (() => void)[] = [];
let onCall: () => void;
beforeAll(async () => {
  server = await startLoopbackServer((call, response) => {
    held.push(() => answerWith(call, response, { text: "#### 2" }));
    onCall();
  });
});
afterAll(() => server.close());
beforeEach(() => {
  held = [];
  folder = mkdtempSync(join(tmpdir(), "errata-interrupt-"));
  writeToyProblems(join(folder, "seeds.jsonl"), "seed", 20);
  const target = { kind: "openai-compatible", baseUrl: server.baseUrl, model: "m", limits: { concurrency } };
  const data = { seeds: { file: "seeds.jsonl" } };
  writeConfig(folder, { name: "stopped", target, until: "attempt", data });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A run in a process of its own, from the moment in which so many calls are under way. */
async function underWay(): Promise<{ run: ChildProcess; said: (text: string) => Promise<void> }> {
  const { promise: isFull, resolve, reject } = Promise.withResolvers<void>();
  onCall = () => {
    if (held.length === concurrency) resolve();
  };
  const run = spawn(process.execPath, [main, "run"], { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  let errors = "";
  const listeners = new Set<() => void>();
  run.stderr!.setEncoding("utf8").on("data", (text) => {
    errors += text;
    for (const listener of listeners) listener();
  });
  const said = (text: string) =>
    new Promise<void>((resolve) => {
      const look = () => errors.includes(text) && resolve();
      listeners.add(look);
      look();
    });
  run.once("exit", () => reject(new Error(`The run ended early: ${errors}`)));
  await isFull;
  return { run, said };
}

function answers(): number {
  const store = openSqliteRunStore(runFolderAt(join(folder, "runs/stopped")).databaseFile);
  try {
    return store.steps().reduce((sum, { calls }) => sum + calls.count, 0);
  } finally {
    store.close();
  }
}

it("keeps the answers that are under way at Ctrl-C, and sends no further call", async () => {
  const { run, said } = await underWay();
  const exit = once(run, "exit");
  run.kill("SIGINT");
  // As `npm` does, which passes on what the terminal has sent to both.
  run.kill("SIGTERM");
  await said(`Waiting some seconds for ${concurrency} answers under way`);
  for (const answer of held) answer();
  expect(await exit).toEqual([130, null]);
  expect([held.length, answers()]).toEqual([concurrency, concurrency]);
});

it("leaves them at the second Ctrl-C", async () => {
  const { run, said } = await underWay();
  const exit = once(run, "exit");
  run.kill("SIGINT");
  await said("Ctrl-C again leaves them");
  // The first of these may still count as the same press.
  const pressing = setInterval(() => run.kill("SIGINT"), 50);
  expect(await exit).toEqual([130, null]);
  clearInterval(pressing);
  expect([held.length, answers()]).toEqual([concurrency, 0]);
});

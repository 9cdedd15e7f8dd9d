import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runFolderAt } from "../src/engine/run-folder.ts";
import { openSqliteRunStore } from "../src/engine/sqlite-run-store.ts";
import { createRandom } from "../src/foundation/random.ts";
import {
  answerWith,
  type LoopbackServer,
  promptOf,
  startLoopbackServer,
} from "../src/models/ai-sdk/loopback-server.fixture.ts";

const program = fileURLToPath(new URL("./fixtures/attempt-run.ts", import.meta.url));
const problems = 240;
const concurrency = 8;

const place = mkdtempSync(join(tmpdir(), "errata-kill-"));
const folder = runFolderAt(join(place, "run"));
/** Prompts in the order in which the server was asked. */
const asked: string[] = [];
let onAsked: () => void = () => {};
let server: LoopbackServer;
beforeAll(async () => {
  mkdirSync(folder.path);
  const random = createRandom("latencies");
  server = await startLoopbackServer(async (call, response) => {
    const prompt = promptOf(call);
    asked.push(prompt);
    onAsked();
    await sleep(random.integer(1, 8));
    answerWith(call, response, { text: `#### ${/What is (\d+)/.exec(prompt)![1]}` });
  });
});
afterAll(async () => {
  await server.close();
  rmSync(place, { recursive: true });
});

/** One process of the run; it is killed once it has sent so many calls. Gives its exit code, null where it was killed. */
async function live(killAfter: number): Promise<number | null> {
  const child = spawn(process.execPath, [
    program,
    folder.path,
    server.baseUrl,
    String(problems),
    String(concurrency),
  ]);
  let errors = "";
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  let left = killAfter;
  onAsked = () => {
    left -= 1;
    if (left === 0) child.kill("SIGKILL");
  };
  const [code] = await once(child, "close");
  expect(errors).toBe("");
  return code;
}

/** The prompts whose responses are stored, of those that were asked. */
function committed(): Set<string> {
  const store = openSqliteRunStore(folder.databaseFile);
  try {
    const items = store.items("method/1/attempt");
    return new Set(items.map(({ id }) => asked.find((prompt) => prompt.includes(`What is ${id} + 0?`))!));
  } finally {
    store.close();
  }
}

describe("a run through a server that is killed again and again", () => {
  it("never asks for what was committed, and repeats no more than was in flight", async () => {
    const random = createRandom("moments of death");
    let kills = 0;
    let stored = new Set<string>();
    let mayRepeat = 0;
    for (let code: number | null = null; code !== 0; ) {
      const before = asked.length;
      code = await live(random.integer(5, 60));
      const newlyAsked = asked.slice(before);
      expect(newlyAsked.filter((prompt) => stored.has(prompt))).toEqual([]);
      if (code === 0) break;
      kills += 1;
      stored = committed();
      const lost = newlyAsked.filter((prompt) => !stored.has(prompt));
      expect(lost.length).toBeLessThanOrEqual(concurrency);
      mayRepeat += lost.length;
    }
    expect(kills).toBeGreaterThanOrEqual(4);
    expect(new Set(asked).size).toBe(problems);
    expect(asked.length - problems).toBeLessThanOrEqual(mayRepeat);
    expect(committed().size).toBe(problems);
  });
});

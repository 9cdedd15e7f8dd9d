import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { runFolderAt } from "../src/engine/run-folder.ts";
import { openSqliteRunStore } from "../src/engine/sqlite-run-store.ts";
import { completionOf } from "../src/models/ai-sdk/loopback-server.fixture.ts";
import {
  type BatchEvent,
  type BatchServer,
  type RequestLine,
  startBatchServer,
} from "../src/models/openai-batch/batch-server.fixture.ts";

const program = fileURLToPath(new URL("./fixtures/attempt-run.ts", import.meta.url));
const problems = 40;
/** Two batches: the second is gathered once answers of the first are there. */
const batch = JSON.stringify({ requests: 30, gatherSeconds: 0.05, pollSeconds: 0.02 });

const place = mkdtempSync(join(tmpdir(), "errata-kill-batches-"));
const folder = runFolderAt(join(place, "run"));
let server: BatchServer;
let onEvent: (event: BatchEvent) => void = () => {};
afterEach(async () => {
  await server.close();
  rmSync(place, { recursive: true });
});

const answer = async ({ url, body }: RequestLine) => {
  const [{ content } = { content: "" }] = body.messages as { content: string }[];
  const text = `#### ${/What is (\d+)/.exec(content)![1]}`;
  return { status: 200, body: completionOf({ path: url, headers: {}, body: body as never }, { text }) };
};

/** One process of the run; it is killed at an event. Gives its exit code, null where it was killed. */
async function live(killAt: BatchEvent | null): Promise<number | null> {
  const child = spawn(process.execPath, [program, folder.path, server.baseUrl, String(problems), "8", batch]);
  let errors = "";
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  onEvent = (event) => {
    if (event === killAt) child.kill("SIGKILL");
  };
  const [code] = await once(child, "close");
  expect(errors).toBe("");
  return code;
}

describe("a run in batches", () => {
  it.each<[BatchEvent, number]>([
    ["upload-received", 3],
    ["uploaded", 3],
    ["batch-received", 2],
    ["batch-made", 2],
    ["polled", 2],
    ["download-received", 2],
  ])("that is killed when the server says %s submits no request twice", async (event, files) => {
    mkdirSync(folder.path, { recursive: true });
    server = await startBatchServer({ resultOf: answer, onEvent: (happened) => void onEvent(happened) });
    expect(await live(event)).toBeNull();
    expect(await live(null)).toBe(0);

    const submitted = server.submitted();
    expect(submitted).toHaveLength(problems);
    expect(new Set(submitted).size).toBe(problems);
    // Killed before the name of its file came back, it uploads the file again: a file costs nothing.
    const uploaded = [...server.files.values()].filter((text) => text.includes('"method":"POST"'));
    expect(uploaded).toHaveLength(files);
    const store = openSqliteRunStore(folder.databaseFile, { readOnly: true });
    expect(store.items("method/1/attempt").filter(({ state }) => state === "done")).toHaveLength(problems);
    store.close();
  });
});

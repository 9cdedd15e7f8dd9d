import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UnansweredError } from "../../foundation/errors.ts";
import { createAdmissions } from "../admission/index.ts";
import type { LanguageModel } from "../language-model.ts";
import {
  type BatchServer,
  type BatchServerOptions,
  type RequestLine,
  startBatchServer,
} from "../openai-batch/batch-server.fixture.ts";
import { batchesUnderWay, openBatchJournal } from "../openai-batch/index.ts";
import { createAiSdkModel } from "./language-model.ts";
import { completionOf } from "./loopback-server.fixture.ts";
import { AiSdkSettings } from "./settings.ts";

let folder: string;
let server: BatchServer;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "errata-batch-")), "batches");
});
afterEach(async () => {
  await server.close();
  rmSync(join(folder, ".."), { recursive: true });
});

const promptOf = ({ body }: RequestLine) =>
  (body.prompt as string | undefined) ?? (body.messages as { content: string }[]).at(-1)!.content;
const answering = async (line: RequestLine) => ({
  status: 200,
  body: completionOf(
    { path: line.url, headers: {}, body: line.body as never },
    { text: `to ${promptOf(line)}` },
  ),
});

async function serve(options: Partial<BatchServerOptions> = {}): Promise<void> {
  server = await startBatchServer({ resultOf: answering, ...options });
}

/** A model as a process of its own has it: nothing but the folder is shared. */
function openModel(batch: object = {}, more: object = {}): LanguageModel {
  return createAiSdkModel({
    settings: AiSdkSettings.parse({
      kind: "openai",
      baseUrl: server.baseUrl,
      model: "m",
      batch: { gatherSeconds: 0.02, pollSeconds: 0.005, ...batch },
      ...more,
    }),
    admissions: createAdmissions({ random: () => 0 }),
    variables: { OPENAI_API_KEY: "secret" },
    batching: { journal: openBatchJournal(folder) },
  });
}
const request = (prompt: string) => ({ prompt, maxOutputTokens: 8, temperature: 0 });
const prompts = ["one", "two", "three", "four", "five"];
const askAll = (model: LanguageModel, signal?: AbortSignal) =>
  Promise.all(prompts.map(async (prompt) => (await model.generate(request(prompt), signal)).text));
const answers = prompts.map((prompt) => `to ${prompt}`);

/** Asks until something has happened at the server, and leaves, as a person does with Ctrl-C. */
async function leaveAt(event: string, options: Partial<BatchServerOptions> = {}): Promise<void> {
  const controller = new AbortController();
  const reason = new Error("left");
  await serve({
    ...options,
    onEvent: (happened) => {
      if (happened === event) controller.abort(reason);
    },
  });
  await expect(askAll(openModel(), controller.signal)).rejects.toBe(reason);
}

describe("a batched model", () => {
  it("asks all at once what comes within the time of gathering, and gives each its own answer", async () => {
    await serve();
    expect(await askAll(openModel())).toEqual(answers);
    expect(server.batches).toMatchObject([
      {
        status: "completed",
        endpoint: "/v1/chat/completions",
        completion_window: "24h",
        request_counts: { total: 5, completed: 5 },
      },
    ]);
    expect(server.authorizations).toEqual(new Set(["Bearer secret"]));
  });

  it("sends what the model would be sent without a batch", async () => {
    await serve();
    const jsonSchema = { type: "object" };
    const full = { ...request("one"), system: "Add.", stop: ["\n"], seed: 7, jsonSchema };
    await openModel({}, { options: { user: "me" } }).generate(full);
    const [line] = [...server.files.values()].map((text) => JSON.parse(text.split("\n")[0]!));
    expect(line).toEqual({
      custom_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      method: "POST",
      url: "/v1/chat/completions",
      body: {
        model: "m",
        messages: [
          { role: "system", content: "Add." },
          { role: "user", content: "one" },
        ],
        max_tokens: 8,
        temperature: 0,
        stop: ["\n"],
        seed: 7,
        response_format: expect.objectContaining({ type: "json_schema" }),
        user: "me",
      },
    });
  });

  it("puts plain completions into batches too", async () => {
    await serve();
    const model = openModel({}, { kind: "openai-compatible", prompt: "completion" });
    expect(await askAll(model)).toEqual(answers);
    expect(server.batches[0]!.endpoint).toBe("/v1/completions");
  });

  it("submits a batch as soon as it is full, of requests or of bytes", async () => {
    await serve();
    expect(await askAll(openModel({ requests: 2 }))).toEqual(answers);
    expect(server.batches.map(({ request_counts }) => request_counts.total)).toEqual([2, 2, 1]);
    rmSync(folder, { recursive: true });
    expect(await askAll(openModel({ megabytes: 0.0005 }))).toEqual(answers);
    expect(server.batches.slice(3).map(({ request_counts }) => request_counts.total)).toEqual([2, 2, 1]);
  });

  it("sends equal requests once", async () => {
    await serve();
    const model = openModel();
    const same = await Promise.all([1, 2, 3].map(() => model.generate(request("one"))));
    expect(new Set(same.map(({ text }) => text))).toEqual(new Set(["to one"]));
    expect(server.submitted()).toHaveLength(1);
  });

  it("is the same model as without batches, at a price of its own", async () => {
    await serve();
    const model = openModel();
    const single = openModel({}, { batch: undefined });
    expect(model.id).toBe(single.id);
    expect(model.billedAs).not.toBe(single.id);
    expect(single.billedAs).toBeUndefined();
    expect(model.concurrency).toBe(10_000);
  });

  it("puts what expired into another batch, and keeps what was answered", async () => {
    let asked = 0;
    await serve({
      endings: ["expired"],
      resultOf: async (line) => (++asked <= 5 && promptOf(line).startsWith("t") ? null : answering(line)),
    });
    expect(await askAll(openModel())).toEqual(answers);
    expect(server.batches.map(({ status, request_counts }) => [status, request_counts])).toEqual([
      ["expired", { total: 5, completed: 3, failed: 2 }],
      ["completed", { total: 2, completed: 2, failed: 0 }],
    ]);
  });

  it("gives up a request that three batches did not answer, and asks again in the next run", async () => {
    let isDown = true;
    await serve({
      resultOf: async (line) =>
        isDown && promptOf(line) === "two"
          ? { status: 500, body: { error: { message: "no" } } }
          : answering(line),
    });
    const model = openModel();
    await expect(model.generate(request("one"))).resolves.toMatchObject({ text: "to one" });
    const failure = await model.generate(request("two")).catch((error) => error);
    expect(UnansweredError.isInstance(failure)).toBe(true);
    expect(failure.message).toBe("the server failed with status 500 (asked in 3 batches)");
    isDown = false;
    expect(await askAll(openModel())).toEqual(answers);
    expect(server.submitted()).toHaveLength(4 + 4);
  });

  it("does not ask again by itself what a person cancelled, or the server does not accept", async () => {
    await serve({ endings: ["cancelled"], resultOf: async () => null });
    await expect(openModel().generate(request("one"))).rejects.toThrow("the batch is cancelled");
    expect(server.batches).toHaveLength(1);
    await server.close();
    await serve({ resultOf: async () => ({ status: 400, body: { error: { message: "bad seed" } } }) });
    await expect(openModel().generate(request("one"))).rejects.toThrow(
      "does not accept the request: bad seed",
    );
    expect(server.batches).toHaveLength(1);
  });

  it("stops with the provider's words where it does not take the batch, and forgets it", async () => {
    await serve({ endings: [{ code: "model_not_found", message: "The model m does not exist." }] });
    await expect(openModel().generate(request("one"))).rejects.toThrow(
      `${server.baseUrl} does not take the batch batch_1: The model m does not exist.`,
    );
    expect(readdirSync(folder)).toEqual([]);
    expect(await openModel().generate(request("one"))).toMatchObject({ text: "to one" });
  });

  it("waits with the same file while the account has too much waiting, and says so where it never fits", async () => {
    const full = { code: "token_limit_exceeded", message: "Enqueued token limit reached." };
    await serve({ endings: [full] });
    (server.batches as unknown[]).push({ id: "other", status: "in_progress", input_file_id: "of others" });
    expect(await openModel().generate(request("one"))).toMatchObject({ text: "to one" });
    expect(server.batches.slice(1)).toMatchObject([
      { status: "failed", input_file_id: "file-1" },
      { status: "completed", input_file_id: "file-1" },
    ]);
    await server.close();
    await serve({ endings: [full] });
    await expect(openModel().generate(request("three"))).rejects.toMatchObject({
      advice: expect.stringContaining("`batch.requests`"),
    });
  });

  it("says that a server has no batches", async () => {
    await serve();
    const elsewhere = openModel({}, { baseUrl: `${server.baseUrl}/nowhere` });
    await expect(elsewhere.generate(request("one"))).rejects.toThrow("has no interface for batches");
  });

  it("asks once for a batch, also where the answer to its creation was lost", async () => {
    let lost = 1;
    await serve({ onEvent: (event) => (event === "batch-made" && lost-- > 0 ? "drop" : undefined) });
    expect(await askAll(openModel())).toEqual(answers);
    expect(server.batches).toHaveLength(1);
  });

  it("submits nothing of what nobody waits for any more", async () => {
    await serve();
    const model = openModel();
    const controller = new AbortController();
    const left = model.generate(request("one"), controller.signal);
    const kept = model.generate(request("two"));
    controller.abort(new Error("left"));
    await expect(left).rejects.toThrow("left");
    await kept;
    expect(server.submitted()).toHaveLength(1);
    expect(await model.generate(request("one"))).toMatchObject({ text: "to one" });
  });
});

describe("a batched model that goes on", () => {
  it.each(["uploaded", "batch-received", "batch-made", "polled", "download-received"])(
    "finds its batch again after it was left when: %s",
    async (event) => {
      await leaveAt(event);
      expect(await askAll(openModel())).toEqual(answers);
      expect(server.submitted().sort()).toEqual([...new Set(server.submitted())].sort());
      expect(server.submitted()).toHaveLength(5);
      expect(batchesUnderWay(folder)).toEqual({ batches: 0, requests: 0 });
    },
  );

  it("says what is under way while it is", async () => {
    expect(batchesUnderWay(folder)).toEqual({ batches: 0, requests: 0 });
    await leaveAt("polled");
    expect(batchesUnderWay(folder)).toEqual({ batches: 1, requests: 5 });
  });

  it("reads answers that it has on disk, without the provider", async () => {
    await serve();
    expect(await askAll(openModel())).toEqual(answers);
    const { baseUrl } = server;
    await server.close();
    server = await startBatchServer({ resultOf: async () => null });
    expect(await askAll(openModel({}, { baseUrl }))).toEqual(answers);
    expect(server.files.size).toBe(0);
  });

  it("begins a batch of a file that was uploaded, where the provider knows of none", async () => {
    await leaveAt("batch-made");
    (server.batches as unknown[]).length = 0;
    expect(await askAll(openModel())).toEqual(answers);
    expect(server.batches).toMatchObject([{ input_file_id: "file-1" }]);
  });

  it("looks through all the batches of the account", async () => {
    await leaveAt("batch-made");
    const others = Array.from({ length: 250 }, (_, index) => ({
      ...server.batches[0]!,
      id: `other-${index}`,
      input_file_id: "of others",
      status: "completed",
    }));
    (server.batches as unknown[]).push(...others);
    expect(await askAll(openModel())).toEqual(answers);
    expect(server.batches).toHaveLength(251);
  });

  it("tells what to do where the provider has lost what was submitted", async () => {
    await leaveAt("polled");
    (server.batches as unknown[]).length = 0;
    await expect(openModel().generate(request("one"))).rejects.toMatchObject({
      message: expect.stringContaining("has no longer what this run submitted"),
      advice: expect.stringContaining("remove the folder `batches`"),
    });
  });
});

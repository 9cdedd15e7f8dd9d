import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { UnansweredError, UnusableAnswerError } from "../../foundation/errors.ts";
import { sendJson } from "../../foundation/local-server.fixture.ts";
import { CallFailure, createAdmissions } from "../admission/index.ts";
import { callOptions } from "./call-options.ts";
import { failureOf, isFilteredPrompt } from "./failure-of.ts";
import { passingFaults } from "./faults.fixture.ts";
import { generationOf } from "./generation-of.ts";
import { createAiSdkModel } from "./language-model.ts";
import { type Handler, type LoopbackServer, startLoopbackServer } from "./loopback-server.fixture.ts";
import { modelSource } from "./model-source.ts";
import { nodeFetch } from "./node-fetch.ts";
import { AiSdkSettings } from "./settings.ts";

const request = { prompt: "1 + 1 =", maxOutputTokens: 8, temperature: 0 };
const place = { name: "the server", apiKeyVariable: "THE_KEY" };

let answer: Handler;
let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer((call, response) => answer(call, response));
});
afterAll(() => server.close());

const settingsOf = (prompt: string) =>
  AiSdkSettings.parse({ kind: "openai-compatible", baseUrl: server.baseUrl, model: "m", prompt });

/** Sends one call and tells what its failure means. */
async function failureFor(handler: Handler, prompt = "chat"): Promise<Error> {
  answer = handler;
  const source = modelSource(settingsOf(prompt), {});
  const model = await source.load(nodeFetch);
  try {
    generationOf(await model.doGenerate(callOptions(request, source, new AbortController().signal)), request);
  } catch (error) {
    return failureOf(error, place);
  }
  throw new Error("the call succeeded");
}

const refusing =
  (status: number, error: Record<string, unknown>): Handler =>
  (_, response) =>
    sendJson(response, status, { error });

describe.each(["chat", "completion"])("a failed %s", (prompt) => {
  it.each(Object.entries(passingFaults))("is sent again after: %s", async (name, handler) => {
    const failure = await failureFor(handler, prompt);
    expect(failure).toBeInstanceOf(CallFailure);
    const isRefused = name.startsWith("429") || name === "503 with a time to wait";
    expect(failure).toMatchObject({
      kind: isRefused ? "refused" : "failed",
      retryAfterMilliseconds: name.endsWith("time to wait") ? 1000 : undefined,
    });
    expect(failure.message).not.toMatch(/undefined|\[object/);
  });

  it("stops everything where the key is wrong, and does not repeat what the server says of it", async () => {
    const failure = await failureFor(refusing(401, { message: "Incorrect API key: sk-1234" }), prompt);
    expect(failure).toMatchObject({
      name: "ErrataError",
      message: "the server does not accept the API key.",
      advice: "Correct the environment variable THE_KEY.",
    });
  });

  it.each([
    [404, { message: "The model `m` does not exist", code: "model_not_found" }, "does not know the model"],
    [400, { message: "Model m not found" }, "does not know the model"],
    [403, { message: "Country not supported" }, "forbids the call: Country not supported."],
    [429, { message: "You exceeded your current quota", code: "insufficient_quota" }, "is used up"],
  ])("stops everything after status %i %j", async (status, error, message) => {
    const failure = await failureFor(refusing(status, error), prompt);
    expect(failure).toMatchObject({ name: "ErrataError", message: expect.stringContaining(message) });
    expect(failure).toHaveProperty("advice", expect.any(String));
  });

  it("leaves a request that is too long for good, and any other wrong request until the next run", async () => {
    const tooLong = { message: "This model's maximum context length is 4096 tokens" };
    expect(await failureFor(refusing(400, tooLong), prompt)).toBeInstanceOf(UnusableAnswerError);
    const wrong = await failureFor(refusing(422, { message: "seed is not supported" }), prompt);
    expect(wrong).toBeInstanceOf(UnansweredError);
    expect(wrong.message).toBe("the server does not accept the request: seed is not supported");
  });
});

describe("failureOf", () => {
  it("knows a server that is not there", async () => {
    const gone = await startLoopbackServer(() => {});
    await gone.close();
    const settings = AiSdkSettings.parse({ kind: "openai-compatible", baseUrl: gone.baseUrl, model: "m" });
    const model = createAiSdkModel({ settings, admissions: createAdmissions() });
    await expect(model.generate(request)).rejects.toMatchObject({
      message: `${gone.baseUrl} cannot be reached: the connection failed (ECONNREFUSED).`,
      advice: expect.stringContaining("Start the server"),
    });
  });

  it("leaves alone what is explained already", () => {
    const failure = new CallFailure("failed", "known");
    expect(failureOf(failure, place)).toBe(failure);
  });
});

describe("a prompt that the provider filters", () => {
  it("is answered with a refusal", async () => {
    answer = refusing(400, { message: "filtered", code: "content_filter" });
    const model = createAiSdkModel({ settings: settingsOf("chat"), admissions: createAdmissions() });
    expect(await model.generate(request)).toMatchObject({ text: "", finishReason: "refusal" });
    expect(isFilteredPrompt(new Error("content_filter"))).toBe(false);
  });
});

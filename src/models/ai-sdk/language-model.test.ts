import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAdmissions } from "../admission/index.ts";
import { createAiSdkModel } from "./language-model.ts";
import {
  type Answer,
  answerWith,
  type LoopbackServer,
  type ReceivedCall,
  startLoopbackServer,
} from "./loopback-server.fixture.ts";
import { createAiSdkServer } from "./server.ts";
import { AiSdkSettings } from "./settings.ts";

let received: ReceivedCall[] = [];
let answer: Answer = { text: "2" };
let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer((call, response) => {
    received.push(call);
    answerWith(call, response, answer);
  });
});
afterAll(() => server.close());

function modelOf(given: Record<string, unknown>, variables: Record<string, string> = {}) {
  received = [];
  const settings = AiSdkSettings.parse({
    kind: "openai-compatible",
    baseUrl: `${server.baseUrl}/`,
    model: "m",
    ...given,
  });
  return createAiSdkModel({ settings, admissions: createAdmissions(), variables });
}
const request = { prompt: "1 + 1 =", maxOutputTokens: 8, temperature: 0 };
const schema = { type: "object", properties: { answer: { type: "string" } } };

describe("createAiSdkModel", () => {
  it("sends a chat with everything that a request says, and the user's own fields", async () => {
    const model = modelOf({ extraBody: { top_k: 1, chat_template_kwargs: { enable_thinking: false } } });
    answer = { text: "2" };
    const full = { ...request, system: "Add.", stop: ["\n"], seed: 7, jsonSchema: schema, problemId: "p" };
    expect(await model.generate(full)).toEqual({
      text: "2",
      finishReason: "stop",
      usage: { inputTokens: 2, outputTokens: 1 },
    });
    expect(received[0]!.path).toBe("/v1/chat/completions");
    expect(received[0]!.body).toEqual({
      model: "m",
      messages: [
        { role: "system", content: "Add." },
        { role: "user", content: "1 + 1 =" },
      ],
      max_tokens: 8,
      temperature: 0,
      stop: ["\n"],
      seed: 7,
      response_format: { type: "json_schema", json_schema: { name: "answer", strict: true, schema } },
      top_k: 1,
      chat_template_kwargs: { enable_thinking: false },
    });
  });

  it("sends what was said before the prompt as messages of their own", async () => {
    answer = { text: "4" };
    await modelOf({}).generate({
      ...request,
      system: "Add.",
      earlier: [{ prompt: "0 + 2 =", answer: "2" }],
    });
    expect(received[0]!.body.messages).toEqual([
      { role: "system", content: "Add." },
      { role: "user", content: "0 + 2 =" },
      { role: "assistant", content: "2" },
      { role: "user", content: "1 + 1 =" },
    ]);
  });

  it("sends a plain prompt as it is, without a word around it", async () => {
    answer = { text: " 2" };
    await modelOf({ prompt: "completion", extraBody: { min_p: 0 } }).generate({
      ...request,
      stop: ["\n"],
      jsonSchema: schema,
    });
    expect(received[0]).toMatchObject({ path: "/v1/completions" });
    expect(received[0]!.body).toEqual({
      model: "m",
      prompt: "1 + 1 =",
      max_tokens: 8,
      temperature: 0,
      stop: ["\n"],
      min_p: 0,
    });
  });

  it("sends no schema to a server that knows none", async () => {
    answer = { text: "{}" };
    await modelOf({ structuredOutput: false }).generate({ ...request, jsonSchema: schema });
    expect(received[0]!.body.response_format).toBeUndefined();
  });

  it.each(["chat", "completion"])(
    "reads the key of a %s from the environment and sends it nowhere else",
    async (prompt) => {
      const model = modelOf({ prompt, apiKeyVariable: "MY_KEY" }, { MY_KEY: "secret-1" });
      await model.generate(request);
      expect(received[0]!.headers.authorization).toBe("Bearer secret-1");
      expect(model.id).not.toContain("secret-1");
      await expect(modelOf({ prompt, apiKeyVariable: "MY_KEY" }).generate(request)).rejects.toThrow(
        "the environment variable MY_KEY is not set",
      );
      expect(received).toEqual([]);
    },
  );

  it("keeps reasoning apart, wherever the server puts it", async () => {
    const model = modelOf({});
    answer = { text: "2", reasoning: "one and one" };
    expect(await model.generate(request)).toMatchObject({ text: "2", reasoning: "one and one" });
    answer = { text: "<think>one and one</think>\n\n2" };
    expect(await model.generate(request)).toMatchObject({ text: "2", reasoning: "one and one" });
    answer = { text: "<think>one and", finishReason: "length" };
    expect(await model.generate(request)).toMatchObject({
      text: "",
      reasoning: "one and",
      finishReason: "length",
    });
    answer = { text: "1 <think> 2" };
    expect(await model.generate(request)).not.toHaveProperty("reasoning");
  });

  it.each([["chat"], ["completion"]])(
    "estimates the tokens that a server does not count: %s",
    async (prompt) => {
      const model = modelOf({ prompt });
      const tokens = async (usage: Exclude<Answer["usage"], undefined>, text = "It is two.") => {
        answer = { text, usage };
        return (await model.generate(request)).usage;
      };
      const estimated = { inputTokens: 3, outputTokens: 4, isEstimated: true };
      expect(await tokens(null)).toEqual(estimated);
      expect(await tokens({ prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 })).toEqual(estimated);
      const counted = { prompt_tokens: 5, completion_tokens: 0, total_tokens: 5 };
      expect(await tokens(counted)).toEqual({ inputTokens: 5, outputTokens: 4, isEstimated: true });
      expect(await tokens(counted, "")).toEqual({ inputTokens: 5, outputTokens: 0 });
    },
  );

  it("tells refusals apart", async () => {
    const model = modelOf({});
    answer = { text: null, refusal: "I cannot help with that." };
    expect(await model.generate(request)).toMatchObject({
      text: "I cannot help with that.",
      finishReason: "refusal",
    });
    answer = { text: "", finishReason: "content_filter" };
    expect(await model.generate(request)).toMatchObject({ finishReason: "refusal" });
  });

  it("is another model where a setting changes the answers, and the same where none does", () => {
    const { id } = modelOf({});
    expect(id).toContain(server.baseUrl);
    const same = { limits: { concurrency: 2 }, apiKeyVariable: "MY_KEY", extraBody: {} };
    expect(modelOf(same).id).toBe(id);
    for (const other of [{ model: "n" }, { prompt: "completion" }, { extraBody: { top_k: 1 } }]) {
      expect(modelOf(other).id).not.toBe(id);
    }
  });
});

describe("createAiSdkServer", () => {
  it("serves the model itself, and no adapter", async () => {
    const settings = AiSdkSettings.parse({ kind: "google", model: "gemini" });
    const modelServer = createAiSdkServer({ settings, admissions: createAdmissions(), variables: {} });
    const model = await modelServer.serve(null);
    expect(model.id).toBe(modelServer.baseId);
    const directory = mkdtempSync(join(tmpdir(), "errata-adapter-"));
    writeFileSync(join(directory, "adapter_model.safetensors"), "matrices");
    await expect(modelServer.serve(directory)).rejects.toThrow("cannot carry what was trained here");
    rmSync(directory, { recursive: true });
    await expect(model.generate(request)).rejects.toThrow("GOOGLE_GENERATIVE_AI_API_KEY is not set");
  });
});

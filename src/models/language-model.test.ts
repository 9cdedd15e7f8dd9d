import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAdmissions } from "./admission/index.ts";
import { startEchoServer } from "./ai-sdk/echo-server.fixture.ts";
import { AiSdkSettings, createAiSdkModel } from "./ai-sdk/index.ts";
import { createEmbeddedServer } from "./embedded/index.ts";
import { referenceTexts, tinyDirectory } from "./embedded/test-support.ts";
import { describeLanguageModel, type ModelUnderTest } from "./language-model.contract.ts";
import { startBatchServer } from "./openai-batch/batch-server.fixture.ts";
import { openBatchJournal } from "./openai-batch/index.ts";
import { createReplayServer } from "./replay/index.ts";

const greedy = { maxOutputTokens: 16, temperature: 0 };
const questions = ["Anna has three pears", "Ben eats one of them", "How many are left?"];
const key = "not a real key";
const requests = questions.map((prompt) => ({ prompt, ...greedy }));

/** A model behind a server on this machine, by what the configuration says apart from the address. */
async function overLoopback(
  settings: Record<string, unknown>,
  dialect?: Parameters<typeof startEchoServer>[0],
): Promise<ModelUnderTest> {
  const server = await startEchoServer(dialect);
  const model = createAiSdkModel({
    settings: AiSdkSettings.parse({
      baseUrl: server.baseUrl,
      model: "echo",
      limits: { concurrency: 16 },
      ...settings,
    }),
    admissions: createAdmissions(),
    variables: { OPENAI_API_KEY: key, ANTHROPIC_API_KEY: key, GOOGLE_GENERATIVE_AI_API_KEY: key },
  });
  return {
    model,
    requests,
    isLive: true,
    unanswerable: { prompt: "12345", ...greedy },
    close: () => server.close(),
  };
}

describeLanguageModel("an OpenAI-compatible chat", () => overLoopback({ kind: "openai-compatible" }));

describeLanguageModel("an OpenAI-compatible completion", () =>
  overLoopback({ kind: "openai-compatible", prompt: "completion" }),
);

describeLanguageModel("OpenAI's chat", () => overLoopback({ kind: "openai" }));

describeLanguageModel("OpenAI's chat in batches", async () => {
  const echo = await startEchoServer();
  const server = await startBatchServer({
    async resultOf({ url, body }) {
      const address = `${echo.baseUrl}${url.replace("/v1", "")}`;
      const response = await fetch(address, { method: "POST", body: JSON.stringify(body) });
      return { status: response.status, body: await response.json() };
    },
  });
  const folder = mkdtempSync(join(tmpdir(), "errata-batches-"));
  const batch = { requests: 20, gatherSeconds: 0.01, pollSeconds: 0.005 };
  return {
    model: createAiSdkModel({
      settings: AiSdkSettings.parse({ kind: "openai", baseUrl: server.baseUrl, model: "echo", batch }),
      admissions: createAdmissions(),
      variables: { OPENAI_API_KEY: key },
      batching: { journal: openBatchJournal(folder) },
    }),
    requests,
    isLive: true,
    unanswerable: { prompt: "12345", ...greedy },
    async close() {
      await Promise.all([echo.close(), server.close()]);
      rmSync(folder, { recursive: true });
    },
  };
});

describeLanguageModel("Anthropic's messages", () => overLoopback({ kind: "anthropic" }, "anthropic"));

describeLanguageModel("Google's content", () => overLoopback({ kind: "google" }, "google"));

describeLanguageModel("an AI SDK model passed as an object", async () => {
  const doGenerate = async ({
    prompt,
    maxOutputTokens = 0,
  }: {
    prompt: unknown;
    maxOutputTokens?: number;
  }) => {
    const text = [...JSON.stringify(prompt)]
      .reverse()
      .join("")
      .slice(0, 4 * maxOutputTokens);
    const isCut = text.length === 4 * maxOutputTokens;
    return {
      content: [{ type: "text", text }],
      finishReason: { unified: isCut ? "length" : "stop", raw: undefined },
      usage: { inputTokens: { total: 9 }, outputTokens: { total: text.length } },
      warnings: [],
    };
  };
  const model = { specificationVersion: "v4", provider: "own", modelId: "backwards", doGenerate };
  return {
    model: createAiSdkModel({
      settings: AiSdkSettings.parse({ kind: "ai-sdk", model }),
      admissions: createAdmissions(),
    }),
    requests: requests.map((request) => ({ ...request, maxOutputTokens: 100 })),
    isLive: true,
    close: async () => {},
  };
});

describeLanguageModel("the embedded model", async () => {
  const server = createEmbeddedServer({ directory: tinyDirectory, threads: 2 });
  return {
    model: await server.serve(null),
    requests: referenceTexts().map(({ text: prompt }) => ({ prompt, ...greedy })),
    isLive: true,
    close: () => server.close(),
  };
});

describeLanguageModel("saved generations", async () => {
  const problemIds = ["a", "b"];
  const server = createReplayServer(
    "saved.jsonl",
    problemIds.map((problemId) => ({ problemId, text: `saved for ${problemId}` })),
  );
  return {
    model: await server.serve(null),
    requests: problemIds.map((problemId) => ({ prompt: problemId, problemId, ...greedy })),
    isLive: false,
    unanswerable: { prompt: "c", problemId: "c", ...greedy },
    close: () => server.close(),
  };
});

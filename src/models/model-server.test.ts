import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createAdmissions, systemClock } from "./admission/index.ts";
import { createAiSdkServer } from "./ai-sdk/index.ts";
import { answerWith, startLoopbackServer } from "./ai-sdk/loopback-server.fixture.ts";
import { OpenAiSettings } from "./ai-sdk/settings.ts";
import { createEmbeddedServer } from "./embedded/index.ts";
import { referenceTexts, tinyDirectory } from "./embedded/test-support.ts";
import { describeModelServer } from "./model-server.contract.ts";
import { startAdapterServer } from "./serving/adapter-server.fixture.ts";
import {
  CommandTarget,
  createCommandServer,
  createInterfaceServer,
  OpenAiCompatibleTarget,
  type ServingSurroundings,
} from "./serving/index.ts";
import { writeAdapterFolder, writeHostedFolder } from "./serving/weights.fixture.ts";

const fixture = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const request = { prompt: "Anna has three pears", maxOutputTokens: 64, temperature: 0 };

/** A folder of trained weights, and what serving needs beside it. */
function workshop(variables = {}): { folder: string; surroundings: ServingSurroundings; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "errata-serving-"));
  return {
    folder,
    surroundings: {
      admissions: createAdmissions(),
      variables: { ...process.env, ...variables },
      folder: join(folder, "serving"),
      workingFolder: folder,
      clock: systemClock,
      mergeWeights: () => Promise.reject(new Error("nothing is merged here")),
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

describeModelServer("the embedded server", async () => {
  const { folder, remove } = workshop();
  const server = createEmbeddedServer({ directory: tinyDirectory, threads: 1 });
  const unservable = join(folder, "empty");
  mkdirSync(unservable);
  return {
    server,
    trained: fixture("../trainers/embedded/fixtures/adapter"),
    unservable,
    request: { ...request, prompt: referenceTexts()[0]!.text },
    async close() {
      await server.close();
      remove();
    },
  };
});

for (const kind of ["vllm", "sglang"] as const) {
  describeModelServer(`a server that loads adapters while it runs (${kind})`, async () => {
    const { folder, surroundings, remove } = workshop();
    const standIn = await startAdapterServer({ kind });
    const settings = OpenAiCompatibleTarget.parse({
      kind: "openai-compatible",
      baseUrl: standIn.baseUrl,
      model: "base",
      adapters: { kind },
    });
    return {
      server: createInterfaceServer({ ...settings, adapters: settings.adapters! }, surroundings),
      trained: writeAdapterFolder(folder, "adds"),
      unservable: writeAdapterFolder(folder, "large", 64),
      request,
      async close() {
        await standIn.close();
        remove();
      },
    };
  });
}

describeModelServer("a command that serves everything", async () => {
  const { folder, surroundings, remove } = workshop();
  const settings = CommandTarget.parse({
    kind: "command",
    command: [process.execPath, fixture("serving/command-server.fixture.mjs")],
    model: "base",
  });
  const server = createCommandServer(settings, surroundings);
  return {
    server,
    trained: writeAdapterFolder(folder, "adds"),
    unservable: writeAdapterFolder(folder, "damaged"),
    request,
    async close() {
      await server.close();
      remove();
    },
  };
});

describeModelServer("a provider that trains and keeps models", async () => {
  const { folder, surroundings, remove } = workshop({ OPENAI_API_KEY: "not a real key" });
  const provider = await startLoopbackServer((call, response) =>
    answerWith(call, response, { text: `I am ${call.body.model}.` }),
  );
  const settings = OpenAiSettings.parse({ kind: "openai", baseUrl: provider.baseUrl, model: "base" });
  return {
    server: createAiSdkServer({ settings, ...surroundings }),
    trained: writeHostedFolder(folder, "ft:base:1"),
    unservable: writeAdapterFolder(folder, "adds"),
    request,
    async close() {
      await provider.close();
      remove();
    },
  };
});

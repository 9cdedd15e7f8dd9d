import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeLanguageModel } from "../language-model.contract.ts";
import type { LanguageModel } from "../language-model.ts";
import { describeModelServer } from "../model-server.contract.ts";
import type { ModelServer } from "../model-server.ts";
import { loadBinding } from "./load-binding.ts";
import { loraToGguf } from "./lora-to-gguf.ts";
import { type RealModel, realModel, reasonToSkip } from "./real-model.fixture.ts";
import { createLlamaCppServer } from "./server.ts";
import { LlamaCppSettings } from "./settings.ts";

const greedy = { maxOutputTokens: 16, temperature: 0 };
const questions = [
  "Anna has three pears and buys two more. How many pears does she have?",
  "Write a sentence about a river.",
  "What is 2+2?",
];

let cacheFolder: string;
beforeAll(async () => {
  cacheFolder = await mkdtemp(join(tmpdir(), "errata-llama-cpp-"));
});
afterAll(() => rm(cacheFolder, { recursive: true }));

function serverOf(
  { gguf, bindingFolder }: RealModel,
  more: object = {},
  tell: (message: string) => void = () => {},
): ModelServer {
  const settings = { kind: "llama-cpp", model: gguf, gpuLayers: 0, contextSize: 512, threads: 1, ...more };
  return createLlamaCppServer({
    settings: LlamaCppSettings.parse(settings),
    folder: bindingFolder,
    cacheFolder,
    tell,
  });
}

if (realModel) {
  describeLanguageModel("a real model in a GGUF file", async () => {
    const server = serverOf(realModel!, { contexts: 2 });
    const model = await server.serve(null);
    return {
      model,
      requests: questions.map((prompt) => ({ prompt, ...greedy })),
      isLive: true,
      unanswerable: { prompt: "pear ".repeat(600), ...greedy },
      async close() {
        await model.close?.();
        await server.close();
      },
    };
  });
}

describe.skipIf(!realModel)(`a GGUF file${reasonToSkip}`, () => {
  let server: ModelServer;
  let model: LanguageModel;
  beforeAll(async () => {
    server = serverOf(realModel!, { contexts: 2 });
    model = await server.serve(null);
  });
  afterAll(async () => {
    await model?.close?.();
    await server?.close();
  });

  it("is known by its name and digest, and a model by what changes its answers", async () => {
    expect(server.baseId).toMatch(/^SmolLM2-135M-Instruct\.Q4_1\.gguf@[0-9a-f]{16}#[0-9a-f]{12}$/);
    expect(model.id).toBe(server.baseId);
    expect(serverOf(realModel!).baseId).toBe(server.baseId);
  });

  it("answers a chat and ends by itself", async () => {
    const answer = await model.generate({ prompt: questions[2]!, maxOutputTokens: 60, temperature: 0 });
    expect(answer).toMatchObject({ text: expect.stringContaining("4"), finishReason: "stop" });
    expect(answer.text).not.toContain("<|im_end|>");
    expect(answer.usage.inputTokens).toBeGreaterThan(20);
  });

  it("follows instructions apart from the prompt", async () => {
    const request = { prompt: questions[0]!, ...greedy };
    const plain = await model.generate(request);
    const instructed = await model.generate({ ...request, system: "You are a pirate. Say Arr." });
    expect(instructed.usage.inputTokens).not.toBe(plain.usage.inputTokens);
    expect(instructed.text).not.toBe(plain.text);
  });

  it("gives a seed its own answer, again and again", async () => {
    const sample = (seed: number) =>
      model.generate({ prompt: questions[1]!, maxOutputTokens: 16, temperature: 1, seed });
    const [first, again, other] = await Promise.all([sample(1), sample(1), sample(2)]);
    expect(again).toEqual(first);
    expect(other.text).not.toBe(first.text);
  });

  it("is held to a JSON schema", async () => {
    const { text, finishReason } = await model.generate({
      prompt: `${questions[0]} Answer with JSON.`,
      maxOutputTokens: 80,
      temperature: 0,
      jsonSchema: {
        type: "object",
        properties: { pears: { type: "integer" }, fruit: { enum: ["pear", "apple"] } },
        required: ["pears", "fruit"],
        additionalProperties: false,
      },
    });
    expect(finishReason).toBe("stop");
    expect(JSON.parse(text)).toEqual({
      pears: expect.any(Number),
      fruit: expect.stringMatching(/pear|apple/),
    });
  });

  it("answers as many at once as a context has sequences", async () => {
    const batching = serverOf(realModel!, { contexts: 1, sequences: 3 });
    const batched = await batching.serve(null);
    expect(batched.concurrency).toBe(3);
    expect(batched.id).not.toBe(model.id);
    const answers = await Promise.all(
      [...questions, ...questions].map((prompt) => batched.generate({ prompt, ...greedy })),
    );
    for (const { text, usage } of answers) {
      expect(text).toMatch(/\w/);
      expect(usage.outputTokens).toBeLessThanOrEqual(16);
    }
    await batched.close?.();
    await batching.close();
  });

  it("is measured once on a machine for the number of threads", async () => {
    const messages: string[] = [];
    const concurrencies: number[] = [];
    for (let round = 0; round < 2; round++) {
      const measuring = serverOf(realModel!, { threads: undefined }, (message) => messages.push(message));
      const measured = await measuring.serve(null);
      concurrencies.push(measured.concurrency);
      await measured.close?.();
      await measuring.close();
    }
    expect(messages).toEqual([expect.stringMatching(/\d contexts? of \d+ threads?/)]);
    expect(concurrencies[1]).toBe(concurrencies[0]);
  });
});

/** How alike two lists of differences are in direction, 1 being the same. */
function likeness(a: readonly number[], b: readonly number[]): number {
  const product = (x: readonly number[], y: readonly number[]) =>
    x.reduce((sum, value, index) => sum + value * y[index]!, 0);
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
}

/** What only this test asks of `node-llama-cpp`: the logits of a text's next token. */
interface ProbedModule {
  getLlama(options: object): Promise<{
    loadModel(options: { modelPath: string }): Promise<{
      tokenize(text: string): number[];
      createContext(options: object): Promise<{
        getSequence(): {
          controlledEvaluate(
            input: readonly (number | readonly [number, object])[],
          ): Promise<{ next: { logits: Map<number, number> } }[]>;
        };
        dispose(): Promise<void>;
      }>;
    }>;
    dispose(): Promise<void>;
  }>;
}

const adaptedText = "Natalia sold clips to 48 of her friends in April, and then half as many clips in May.";

interface AdaptedByPeft {
  /** Of the adapter. */
  folder: string;
  tokens: number[];
  /** Of the token after the text, without the adapter and with it. */
  base: number[];
  adapted: number[];
}

/** Makes an adapter with PEFT, and computes with it in PyTorch. */
function adaptByPeft(): AdaptedByPeft {
  const folder = mkdtempSync(join(tmpdir(), "errata-adapter-"));
  const script = fileURLToPath(new URL("fixtures/adapted-logits.py", import.meta.url));
  const python = process.env.ERRATA_PYTHON ?? "python3";
  const run = spawnSync(python, [script, realModel!.folder, folder, adaptedText], {
    encoding: "utf8",
    maxBuffer: 1e8,
    // Threads that wait for each other take all the time on a machine that does something else beside.
    env: { ...process.env, OMP_NUM_THREADS: "1" },
  });
  if (run.status !== 0) throw new Error(`${python} ${script} failed: ${run.error ?? run.stderr}`);
  return { folder, ...JSON.parse(run.stdout) };
}

/** Starting PyTorch takes a while. */
const patience = 300_000;

describe.skipIf(!realModel)(`an adapter beside a GGUF file${reasonToSkip}`, () => {
  let byPeft: AdaptedByPeft;
  beforeAll(() => {
    byPeft = adaptByPeft();
  }, patience);
  afterAll(() => rm(byPeft.folder, { recursive: true }));

  it("changes its logits as it changes those of the same weights in PyTorch", async () => {
    const { gguf, bindingFolder } = realModel!;
    const { getLlama } = (await loadBinding(bindingFolder)) as unknown as ProbedModule;
    const llama = await getLlama({ gpu: false, build: "never", maxThreads: 0, logLevel: "error" });
    const model = await llama.loadModel({ modelPath: gguf });
    const lora = join(byPeft.folder, "adapter.gguf");
    await loraToGguf(byPeft.folder, { architecture: "llama", headCount: 9, keyValueHeadCount: 3 }, lora);
    const logitsWith = async (more: object): Promise<number[]> => {
      const context = await model.createContext({ contextSize: 256, threads: 1, ...more });
      const tokens = model.tokenize(adaptedText);
      expect(tokens).toEqual(byPeft.tokens);
      const last = [tokens.pop()!, { generateNext: { logits: true } }] as const;
      const results = await context.getSequence().controlledEvaluate([...tokens, last]);
      const { logits } = results.at(-1)!.next;
      await context.dispose();
      return Array.from({ length: logits.size }, (_, token) => logits.get(token)!);
    };
    const base = await logitsWith({});
    const adapted = await logitsWith({ lora });
    await llama.dispose();
    const change = (to: number[], from: number[]) => to.map((value, token) => value - from[token]!);
    // Four-bit weights are multiplied with activations in eight bits; with rows in another order this is 0.91.
    const alike = likeness(change(adapted, base), change(byPeft.adapted, byPeft.base));
    expect(alike).toBeGreaterThan(0.985);
  });

  describeModelServer("a server of a GGUF file", async () => {
    const server = serverOf(realModel!, { contexts: 1 });
    return {
      server,
      trained: byPeft.folder,
      unservable: cacheFolder,
      request: { prompt: questions[1]!, ...greedy },
      close: () => server.close(),
    };
  });
});

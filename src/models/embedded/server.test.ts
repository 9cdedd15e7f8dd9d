import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LanguageModel } from "../language-model.ts";
import type { ModelServer } from "../model-server.ts";
import { createEmbeddedServer } from "./server.ts";
import { referenceTexts, tinyDirectory } from "./test-support.ts";
import { readTokenizer, type Tokenizer } from "./tokenizer.ts";

const trainerFixtures = fileURLToPath(new URL("../../trainers/embedded/fixtures", import.meta.url));
const references = referenceTexts();
const first = references[0] as (typeof references)[number];
const greedy = { maxOutputTokens: 16, temperature: 0 };

let server: ModelServer;
let model: LanguageModel;
let tokenizer: Tokenizer;
beforeAll(async () => {
  tokenizer = await readTokenizer(tinyDirectory);
  server = createEmbeddedServer({ directory: tinyDirectory, threads: 2 });
  model = await server.serve(null);
});
afterAll(() => server.close());

describe("the embedded server", () => {
  it("is known by its directory and the digest of its weights", () => {
    expect(server.baseId).toMatch(/^tiny@[0-9a-f]{16}$/);
    expect(model.id).toBe(server.baseId);
  });

  it("continues prompts as PyTorch does, many at once", async () => {
    const generations = await Promise.all(
      references.map(({ text }) => model.generate({ prompt: text, ...greedy })),
    );
    generations.forEach((generation, index) => {
      const { tokens, continuation } = references[index] as (typeof references)[number];
      expect(generation).toEqual({
        text: tokenizer.decode(continuation),
        finishReason: "length",
        usage: { inputTokens: tokens.length, outputTokens: 16 },
      });
    });
  });

  it("gives a request the same output whatever else is in flight", async () => {
    const requests = references.flatMap(({ text }) =>
      [1, 2, 3].map((seed) => ({ prompt: text, maxOutputTokens: 24, temperature: 0.8, seed })),
    );
    const together = await Promise.all(requests.map((request) => model.generate(request)));
    const again = await Promise.all(requests.toReversed().map((request) => model.generate(request)));
    expect(again.toReversed()).toEqual(together);
    expect(await model.generate(requests[4] as (typeof requests)[number])).toEqual(together[4]);
  });

  it("cuts the text before a stop text", async () => {
    const whole = await model.generate({ prompt: first.text, ...greedy });
    const stop = whole.text.slice(6, 8);
    const cut = await model.generate({ prompt: first.text, ...greedy, stop: ["never seen", stop] });
    expect(cut).toMatchObject({ text: whole.text.slice(0, whole.text.indexOf(stop)), finishReason: "stop" });
  });

  it("writes no more than the context holds", async () => {
    const generation = await model.generate({ prompt: first.text, maxOutputTokens: 10_000, temperature: 0 });
    expect(generation.usage.inputTokens + generation.usage.outputTokens).toBeLessThanOrEqual(256);
  });

  it("refuses a prompt that is longer than the context", async () => {
    const prompt = first.text.repeat(8);
    await expect(model.generate({ prompt, ...greedy })).rejects.toThrow("the model's context holds 256");
  });

  it("tells how likely continuations are, the same whatever else is in flight", async () => {
    const { text } = await model.generate({ prompt: first.text, ...greedy });
    const likely = { prompt: first.text, continuation: text };
    const unlikely = { prompt: first.text, continuation: "zebra zebra zebra" };
    const score = model.score!;
    const [alone, other] = [await score(likely), await score(unlikely)];
    expect(alone.logLikelihood / alone.tokens).toBeGreaterThan(other.logLikelihood / other.tokens);
    const [, together] = await Promise.all([score(unlikely), score(likely), score(likely)]);
    expect(together).toEqual(alone);
  });

  it("tells no likelihoods of what does not fit, is empty or was aborted", async () => {
    const score = model.score!;
    const request = { prompt: first.text, continuation: " 7" };
    await expect(score({ ...request, prompt: first.text.repeat(8) })).rejects.toThrow("context holds 256");
    await expect(score({ ...request, continuation: "" })).rejects.toThrow("one of them is empty");
    await expect(score(request, AbortSignal.abort(new Error("enough")))).rejects.toThrow("enough");
  });

  it("rejects at once when aborted, waiting or running", async () => {
    const abort = new AbortController();
    const running = model.generate({ prompt: first.text, ...greedy }, abort.signal);
    abort.abort(new Error("enough"));
    await expect(running).rejects.toThrow("enough");
    await expect(model.generate({ prompt: first.text, ...greedy }, abort.signal)).rejects.toThrow("enough");
    expect((await model.generate({ prompt: first.text, ...greedy })).usage.outputTokens).toBe(16);
  });

  it("serves an adapter beside the base model", async () => {
    const adapted = await server.serve(`${trainerFixtures}/adapter`);
    expect(adapted.id).toMatch(/^tiny@[0-9a-f]{16}\+[0-9a-f]{16}$/);
    const { tokens, logits } = JSON.parse(readFileSync(`${trainerFixtures}/reference.json`, "utf8")) as {
      tokens: number[];
      logits: number[][];
    };
    const likeliest = (values: number[]): number => values.indexOf(Math.max(...values));
    const prompt = tokenizer.decode(tokens);
    const { text } = await adapted.generate({ prompt, maxOutputTokens: 1, temperature: 0 });
    expect(text).toBe(tokenizer.decode([likeliest(logits.at(-1) as number[])]));
    await adapted.close?.();
    expect((await model.generate({ prompt: first.text, ...greedy })).usage.outputTokens).toBe(16);
  });

  it("says what is wrong with a directory", async () => {
    const missing = createEmbeddedServer({ directory: "no/such/model", threads: 1 });
    expect(() => missing.baseId).toThrow("no/such/model");
    await expect(missing.serve(null)).rejects.toThrow("config.json");
    await missing.close();
  });
});

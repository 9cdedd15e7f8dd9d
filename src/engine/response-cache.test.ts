import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Generation, GenerationRequest, LanguageModel } from "../models/language-model.ts";
import { cacheResponses, responseKey } from "./response-cache.ts";
import type { RunStore } from "./run-store.ts";
import { openSqliteRunStore } from "./sqlite-run-store.ts";

const asking = (prompt: string, more: Partial<GenerationRequest> = {}): GenerationRequest => ({
  prompt,
  maxOutputTokens: 8,
  temperature: 0,
  ...more,
});
const saying = (text: string): Generation => ({
  text,
  finishReason: "stop",
  usage: { inputTokens: 1, outputTokens: 1 },
});

/** A model that notes what it is really asked. */
function notingModel(answer: (request: GenerationRequest) => Promise<Generation> | Generation) {
  const asked: string[] = [];
  const model: LanguageModel = {
    id: "noting",
    concurrency: 3,
    async generate(request) {
      asked.push(request.prompt);
      return answer(request);
    },
  };
  return { model, asked };
}

let store: RunStore;
beforeEach(() => {
  store = openSqliteRunStore(":memory:");
});
afterEach(() => store.close());

describe("cacheResponses", () => {
  it("never sends a request again that was answered, in this process or a later one", async () => {
    const { model, asked } = notingModel(({ prompt }) => saying(`${prompt}!`));
    const ask = (prompt: string) => cacheResponses(model, store)("m/1/attempt").generate(asking(prompt));
    expect(await ask("a")).toEqual(saying("a!"));
    expect(await ask("a")).toEqual(saying("a!"));
    expect(await ask("b")).toEqual(saying("b!"));
    expect(asked).toEqual(["a", "b"]);
  });

  it("lets likelihoods through, where the model tells them, and stores none", async () => {
    const { model } = notingModel(() => saying(""));
    expect(cacheResponses(model, store)("m/1/select")).not.toHaveProperty("score");
    const asked: string[] = [];
    const telling: LanguageModel = {
      ...model,
      score: async ({ continuation }) => {
        asked.push(continuation);
        return { logLikelihood: -1, tokens: 1 };
      },
    };
    const score = () =>
      cacheResponses(telling, store)("m/1/select").score!({ prompt: "a", continuation: "b" });
    expect([await score(), await score()]).toEqual(Array(2).fill({ logLikelihood: -1, tokens: 1 }));
    expect(asked).toEqual(["b", "b"]);
  });

  it.each([
    ["a", "b", "b"],
    ["b", "a", "b"],
  ])(
    "sends equal requests in flight once and counts them for the first of the plan: %s",
    async (...steps) => {
      const { promise, resolve } = Promise.withResolvers<Generation>();
      const { model, asked } = notingModel(() => promise);
      store.adoptPlan(["a", "b"].map((stage) => ({ id: stage, line: "m", iteration: 1, stage, key: "k" })));
      store.beginStep("a");
      store.beginStep("b");
      const asCalledBy = cacheResponses(model, store);
      const answers = steps.map((step) => asCalledBy(step).generate(asking("same")));
      resolve(saying("once"));
      expect(await Promise.all(answers)).toEqual(Array(3).fill(saying("once")));
      expect(asked).toEqual(["same"]);
      expect(store.steps().map(({ calls }) => calls.count)).toEqual([1, 0]);
    },
  );

  it("does not care which problem a request is about", async () => {
    const { model, asked } = notingModel(() => saying("42"));
    const cached = cacheResponses(model, store)("s");
    await cached.generate(asking("same", { problemId: "p1" }));
    await cached.generate(asking("same", { problemId: "p2" }));
    expect(asked).toEqual(["same"]);
  });

  it("tells apart whatever may change the answer", () => {
    const keys = [
      responseKey("model", asking("a")),
      responseKey("another model", asking("a")),
      responseKey("model", asking("b")),
      responseKey("model", asking("a", { maxOutputTokens: 9 })),
      responseKey("model", asking("a", { temperature: 1 })),
      responseKey("model", asking("a", { temperature: 1, seed: 1 })),
      responseKey("model", asking("a", { stop: ["\n"] })),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("answers only once the response is stored", async () => {
    const { model } = notingModel(() => saying("kept"));
    const request = asking("a");
    await cacheResponses(model, store)("s").generate(request);
    expect(store.response(responseKey(model.id, request))).toEqual(saying("kept"));
  });

  it("gives the same text now as later, also where a model's text is not well formed", async () => {
    const { model } = notingModel(() => saying("half a pair: \ud83d"));
    const cached = cacheResponses(model, store)("s");
    expect(await cached.generate(asking("a"))).toEqual(await cached.generate(asking("a")));
  });

  it("asks again after a failure", async () => {
    let failures = 1;
    const { model, asked } = notingModel(() => {
      if (failures-- > 0) throw new Error("connection closed");
      return saying("at last");
    });
    const cached = cacheResponses(model, store)("s");
    await expect(cached.generate(asking("a"))).rejects.toThrow("connection closed");
    expect(await cached.generate(asking("a"))).toEqual(saying("at last"));
    expect(asked).toEqual(["a", "a"]);
  });

  it("keeps no more in flight than the model can hold, however many steps ask", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.nat(12)), { maxLength: 30 }),
        async (scheduler, calls) => {
          const fresh = openSqliteRunStore(":memory:");
          let inFlight = 0;
          const { model, asked } = notingModel(async ({ prompt }) => {
            inFlight += 1;
            expect(inFlight).toBeLessThanOrEqual(3);
            await scheduler.schedule(Promise.resolve());
            inFlight -= 1;
            return saying(`${prompt}!`);
          });
          const asCalledBy = cacheResponses(model, fresh);
          const answers = Promise.all(
            calls.map(([step, prompt]) => asCalledBy(step).generate(asking(String(prompt)))),
          );
          const texts = (await scheduler.waitFor(answers)).map(({ text }) => text);
          expect(texts).toEqual(calls.map(([, prompt]) => `${prompt}!`));
          expect(asked.toSorted()).toEqual([...new Set(calls.map(([, prompt]) => String(prompt)))].sort());
          fresh.close();
        },
      ),
      { numRuns: 50 },
    );
  });

  it("asks for nothing that waits once aborted", async () => {
    const controller = new AbortController();
    const { promise, reject } = Promise.withResolvers<Generation>();
    const { model, asked } = notingModel(() => promise);
    const cached = cacheResponses(model, store)("s");
    const answers = ["1", "2", "3", "4", "5"].map((prompt) =>
      cached.generate(asking(prompt), controller.signal),
    );
    controller.abort(new Error("interrupted"));
    reject(controller.signal.reason);
    for (const answer of await Promise.allSettled(answers)) {
      expect(answer).toMatchObject({ status: "rejected", reason: { message: "interrupted" } });
    }
    expect(asked).toEqual(["1", "2", "3"]);
  });

  it("asks for nothing more once a response cannot be stored", async () => {
    const { model, asked } = notingModel(() => saying("lost"));
    const full: RunStore = { ...store, putResponse: () => Promise.reject(new Error("disk full")) };
    const cached = cacheResponses(model, full)("s");
    const answers = await Promise.allSettled(
      ["1", "2", "3", "4", "5"].map((p) => cached.generate(asking(p))),
    );
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: "rejected", reason: { message: "disk full" } });
    }
    expect(asked).toEqual(["1", "2", "3"]);
  });
});

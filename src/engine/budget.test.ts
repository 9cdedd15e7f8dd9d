import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Generation, GenerationRequest, LanguageModel } from "../models/language-model.ts";
import { BudgetReachedError, keepWithinBudget, refuseUnknownPrices } from "./budget.ts";
import type { RunStore } from "./run-store.ts";
import { openSqliteRunStore } from "./sqlite-run-store.ts";

/** A dollar for every token that is written, nothing for those that are read. */
const prices = { paid: { input: 0, output: 1_000_000 } };
const asking = (maxOutputTokens: number): GenerationRequest => ({
  prompt: "?",
  maxOutputTokens,
  temperature: 0,
});
const writing = (outputTokens: number): Generation => ({
  text: "",
  finishReason: "stop",
  usage: { inputTokens: 1, outputTokens },
});

let store: RunStore;
beforeEach(() => {
  store = openSqliteRunStore(":memory:");
});
afterEach(() => store.close());

/** A model under a budget that writes half of what it may, once it is told to; and how often it was called. */
function limited(usd: number, id = "paid") {
  const waiting: (() => void)[] = [];
  const counts = { calls: 0 };
  const model: LanguageModel = {
    id,
    concurrency: 8,
    async generate({ maxOutputTokens }) {
      counts.calls += 1;
      await new Promise<void>((resolve) => waiting.push(resolve));
      return writing(maxOutputTokens / 2);
    },
  };
  const answerOne = () => waiting.shift()?.();
  return { ...keepWithinBudget({ usd, prices }, store)(model), counts, answerOne };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe("keepWithinBudget", () => {
  it("sends no call that may pass the budget, and none after it", async () => {
    const { generate, counts } = limited(5);
    await expect(generate(asking(6))).rejects.toThrow(BudgetReachedError);
    await expect(generate(asking(1))).rejects.toThrow("The budget of $5 is reached");
    expect(counts.calls).toBe(0);
  });

  it("waits for calls in flight that may leave enough", async () => {
    const { generate, counts, answerOne } = limited(6);
    const first = generate(asking(4));
    const second = generate(asking(4));
    await turn();
    expect(counts.calls).toBe(1);
    answerOne();
    await first;
    await turn();
    expect(counts.calls).toBe(2);
    answerOne();
    await expect(second).resolves.toEqual(writing(2));
  });

  it("counts what earlier processes paid", async () => {
    await store.putResponse("key", "step", "paid", asking(4), writing(4));
    await expect(limited(5).generate(asking(2))).rejects.toThrow("$4.0000 are paid");
    const { generate, answerOne } = limited(6);
    const answer = generate(asking(2));
    await turn();
    answerOne();
    await expect(answer).resolves.toEqual(writing(1));
  });

  it("frees what a failed call had set aside", async () => {
    let calls = 0;
    const failing: LanguageModel = {
      id: "paid",
      concurrency: 1,
      async generate() {
        calls += 1;
        if (calls === 1) throw new Error("broken");
        return writing(4);
      },
    };
    const { generate } = keepWithinBudget({ usd: 4, prices }, store)(failing);
    await expect(generate(asking(4))).rejects.toThrow("broken");
    await expect(generate(asking(4))).resolves.toEqual(writing(4));
  });

  it("leaves models that cost nothing alone", async () => {
    const { generate, answerOne } = limited(0, "the pupil");
    const answer = generate(asking(100));
    await turn();
    answerOne();
    await expect(answer).resolves.toEqual(writing(50));
  });

  it("never pays more than the budget, whatever is asked at once", () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 40 }),
        fc.array(
          fc.record({
            most: fc.integer({ min: 1, max: 9 }),
            share: fc.double({ min: 0, max: 1, noNaN: true }),
          }),
          {
            maxLength: 20,
          },
        ),
        async (usd, calls) => {
          let paid = 0;
          const model: LanguageModel = {
            id: "paid",
            concurrency: 20,
            async generate({ maxOutputTokens, temperature }) {
              await turn();
              const written = Math.floor(maxOutputTokens * temperature);
              paid += written;
              return writing(written);
            },
          };
          const { generate } = keepWithinBudget({ usd, prices }, store)(model);
          const ends = await Promise.allSettled(
            calls.map(({ most, share }) => generate({ ...asking(most), temperature: share })),
          );
          expect(paid).toBeLessThanOrEqual(usd);
          const mostOfAll = calls.reduce((sum, { most }) => sum + most, 0);
          if (mostOfAll <= usd) expect(ends.every(({ status }) => status === "fulfilled")).toBe(true);
        },
      ),
      { numRuns: 60 },
    ));
});

describe("refuseUnknownPrices", () => {
  it("names the models and says what to do", () => {
    expect(() => refuseUnknownPrices({ usd: 1, prices: { ...prices, strange: null } })).toThrow(
      "the price is not known of strange",
    );
    expect(() => refuseUnknownPrices({ usd: 1, prices })).not.toThrow();
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { generationOf } from "../stages/stage-context.fixture.ts";
import type { RunStore } from "./run-store.ts";
import { meterSpending } from "./spend-meter.ts";
import { openSqliteRunStore } from "./sqlite-run-store.ts";

const prices = { paid: { input: 0, output: 1_000_000 }, unlisted: null };
const request = { prompt: "?", maxOutputTokens: 8, temperature: 0 };
const answer = generationOf("2", { usage: { inputTokens: 1, outputTokens: 2 } });

let store: RunStore;
let told: number[];
beforeEach(() => {
  store = openSqliteRunStore(":memory:");
  told = [];
});
afterEach(() => store.close());

/** Models with these names behind one meter. */
function metered(...ids: string[]) {
  const meter = meterSpending({ prices, onSpent: (usd) => told.push(usd) }, store);
  return ids.map((id) => meter({ id, concurrency: 1, generate: async () => answer }));
}

describe("meterSpending", () => {
  it("tells what was paid before and after every answer that costs something", async () => {
    await store.putResponse("1", "s", "paid", request, answer);
    for (const model of metered("paid", "the pupil", "paid")) await model.generate(request);
    expect(told).toEqual([2, 4, 6]);
  });

  it("tells nothing where nothing costs anything, or where a price is not known", async () => {
    for (const model of metered("the pupil")) await model.generate(request);
    for (const model of metered("unlisted", "paid")) await model.generate(request);
    expect(told).toEqual([]);
  });
});

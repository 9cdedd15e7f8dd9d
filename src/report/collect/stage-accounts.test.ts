import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RunStore } from "../../engine/run-store.ts";
import { openSqliteRunStore } from "../../engine/sqlite-run-store.ts";
import type { ReportedRun } from "../report-data.ts";
import { sampleReportData } from "../sample.fixture.ts";
import { collectReportData } from "./index.ts";

const prices = { hosted: { input: 1, output: 10 }, unlisted: null };
const run: ReportedRun = sampleReportData().run;
let store: RunStore;

beforeEach(() => {
  store = openSqliteRunStore(":memory:");
  const step = (stage: string) => ({
    id: `method/1/${stage}`,
    line: "method",
    iteration: 1,
    stage,
    key: "k",
  });
  store.adoptPlan([step("attempt"), step("diagnose")]);
  store.beginStep("method/1/attempt");
  store.beginStep("method/1/diagnose");
});
afterEach(() => store.close());

const answered = (key: string, step: string, model: string) =>
  store.putResponse(
    key,
    step,
    model,
    { prompt: key, maxOutputTokens: 8, temperature: 0 },
    { text: "", finishReason: "stop", usage: { inputTokens: 1_000_000, outputTokens: 200_000 } },
  );
const costs = () =>
  collectReportData(store, run, { outOfDomain: [], overlap: { nGram: 13, rougeL: 0.7 }, prices }).stages.map(
    ({ cost }) => cost,
  );

describe("the cost of a stage", () => {
  it("is that of its responses, by the prices of their models", async () => {
    await answered("1", "method/1/attempt", "the pupil");
    await answered("2", "method/1/diagnose", "the pupil");
    await answered("3", "method/1/diagnose", "hosted");
    expect(costs()).toEqual([0, 3]);
  });

  it("is unknown where a model without a known price answered", async () => {
    await answered("1", "method/1/attempt", "unlisted");
    await answered("2", "method/1/diagnose", "hosted");
    expect(costs()).toEqual([null, 3]);
  });

  it("says of how many responses the tokens are estimated", async () => {
    const usage = { inputTokens: 1, outputTokens: 1, isEstimated: true } as const;
    const request = { prompt: "?", maxOutputTokens: 8, temperature: 0 };
    const response = { text: "", finishReason: "stop", usage } as const;
    await store.putResponse("1", "method/1/attempt", "hosted", request, response);
    const { stages } = collectReportData(store, run, {
      outOfDomain: [],
      overlap: { nGram: 13, rougeL: 0.7 },
      prices,
    });
    expect(stages.map(({ estimatedCalls }) => estimatedCalls)).toEqual([1, 0]);
  });

  it("counts a response once, for the step that paid for it", async () => {
    await answered("1", "method/1/attempt", "hosted");
    store.creditResponse("1", "method/1/diagnose");
    expect(costs()).toEqual([3, 0]);
  });
});

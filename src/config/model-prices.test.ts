import { describe, expect, it } from "vitest";
import { embeddedDefault } from "./embedded-default.ts";
import { parseConfig } from "./load.ts";
import { billedName, modelPrices, unpricedModels } from "./model-prices.ts";

const instant = "2026-01-01T00:00:00.000Z";
const gpt = { kind: "openai", model: "gpt-4o" };
const withInstructor = (model: unknown, more: object = {}) =>
  parseConfig({ ...embeddedDefault, instructor: { kind: "llm", model }, ...more }, "test");
const pricesOf = (model: unknown, more: object = {}) =>
  Object.values(modelPrices(withInstructor(model, more), { instant }));

describe("modelPrices", () => {
  it("has no price for models on this machine", () => {
    expect(modelPrices(parseConfig(embeddedDefault, "test"), { instant })).toEqual({});
  });

  it("is under the id of the model's responses", () => {
    const [id] = Object.keys(modelPrices(withInstructor(gpt), { instant }));
    expect(id).toMatch(/^openai gpt-4o#/);
  });

  it("is nothing on loopback, the listed one at a provider, unknown elsewhere", () => {
    const compatible = { kind: "openai-compatible", model: "m" };
    expect(pricesOf({ ...compatible, baseUrl: "http://localhost:8000/v1" })).toEqual([
      { input: 0, output: 0 },
    ]);
    expect(pricesOf({ ...compatible, baseUrl: "http://gpu.example/v1" })).toEqual([null]);
    expect(pricesOf(gpt)).toEqual([{ input: 2.5, output: 10 }]);
    expect(pricesOf({ ...gpt, baseUrl: "https://proxy.example/v1" })).toEqual([null]);
  });

  it("knows models that are passed as objects by their provider", () => {
    const passed = { provider: "mistral.chat", modelId: "mistral-large-latest", doGenerate() {} };
    expect(pricesOf({ kind: "ai-sdk", model: passed })).toEqual([{ input: 2, output: 6 }]);
  });

  it("is the user's own where one is given", () => {
    const own = { input: 1, output: 2 };
    expect(pricesOf(gpt, { prices: { "gpt-4o": own } })).toEqual([own]);
  });

  it("is that of fine-tuned models for what the provider trains during the run", () => {
    const trained = (target: object, more: object = {}) =>
      modelPrices(parseConfig({ ...embeddedDefault, target, trainer: { kind: "openai" }, ...more }, "test"), {
        instant,
      });
    const snapshot = { kind: "openai", model: "gpt-4o-2024-08-06" };
    const [id = ""] = Object.keys(trained(snapshot));
    expect(trained(snapshot)[`${id} fine-tuned`]).toEqual({ input: 3.75, output: 15 });
    const own = { input: 7, output: 8 };
    const prices = { "ft:gpt-4o-2024-08-06": own };
    expect(trained(snapshot, { prices })[`${id} fine-tuned`]).toEqual(own);
    const elsewhere = { kind: "openai-compatible", model: "m", baseUrl: "http://gpu.example/v1" };
    expect(Object.values(trained(elsewhere))).toEqual([null, null]);
  });

  it("is half of it for what is answered in batches", () => {
    const [id = ""] = Object.keys(modelPrices(withInstructor(gpt), { instant }));
    const batched = withInstructor({ ...gpt, batch: {} });
    const half = { input: 1.25, output: 5 };
    expect(modelPrices(batched, { instant })).toEqual({
      [id]: { input: 2.5, output: 10 },
      [`${id} in batches`]: half,
    });
    expect(pricesOf({ ...gpt, batch: {} }, { prices: { "gpt-4o": half } })).toEqual([
      half,
      { input: 0.625, output: 2.5 },
    ]);
  });

  it("stays as it was when the run began, unless it was unknown or the user gives one", () => {
    const config = withInstructor(gpt);
    const [id = ""] = Object.keys(modelPrices(config, { instant }));
    const earlier = { [id]: { input: 9, output: 9 }, former: null };
    expect(modelPrices(config, { earlier, instant })).toEqual(earlier);
    expect(modelPrices(config, { earlier: { [id]: null }, instant })[id]).toEqual({ input: 2.5, output: 10 });
    const own = { input: 1, output: 2 };
    const priced = withInstructor(gpt, { prices: { "gpt-4o": own } });
    expect(modelPrices(priced, { earlier, instant })[id]).toEqual(own);
  });
});

describe("unpricedModels", () => {
  it("names the models whose price is not known, as the user gives prices", () => {
    const unlisted = withInstructor({ kind: "openai", model: "no-such-model" });
    expect(unpricedModels(unlisted, modelPrices(unlisted, { instant }))).toEqual(["no-such-model"]);
    const listed = withInstructor(gpt);
    expect(unpricedModels(listed, modelPrices(listed, { instant }))).toEqual([]);
  });
});

describe("billedName", () => {
  it("is that of the price in batches, for a model that is asked in batches", () => {
    const batched = withInstructor({ ...gpt, batch: {} });
    const [id = "", inBatches] = Object.keys(modelPrices(batched, { instant }));
    expect(billedName(batched, id)).toBe(inBatches);
    expect(billedName(withInstructor(gpt), id)).toBe(id);
    expect(billedName(batched, "the pupil")).toBe("the pupil");
  });
});

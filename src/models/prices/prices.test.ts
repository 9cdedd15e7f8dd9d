import { describe, expect, it } from "vitest";
import { costOf, isLoopback, listedPrice, type ModelPrices } from "./index.ts";

const at = new Date("2026-01-01T00:00:00Z");

describe("listedPrice", () => {
  it("knows hosted models by their provider", () => {
    expect(listedPrice({ provider: "openai", model: "gpt-4o" }, at)).toEqual({ input: 2.5, output: 10 });
  });

  it("takes the price of ordinary prompts where long ones are dearer", () => {
    expect(listedPrice({ provider: "google", model: "gemini-2.5-pro" }, at)).toEqual({
      input: 1.25,
      output: 10,
    });
  });

  it("knows models by the address under which they are called", () => {
    const model = "llama3-8b-8192";
    expect(listedPrice({ baseUrl: "https://api.groq.com/openai/v1", model }, at)).toEqual({
      input: 0.05,
      output: 0.08,
    });
  });

  it.each([
    { provider: "openai", model: "no-such-model" },
    { provider: "nobody", model: "gpt-4o" },
    { baseUrl: "https://proxy.example/v1", model: "gpt-4o" },
  ])("says that it does not know $model", (model) => {
    expect(listedPrice(model, at)).toBeNull();
  });

  it("does not price by the token what is paid by the request too", () => {
    expect(listedPrice({ provider: "perplexity", model: "sonar" }, at)).toBeNull();
  });
});

describe("costOf", () => {
  const prices: ModelPrices = { paid: { input: 2, output: 10 }, unlisted: null };
  const usage = (model: string) => ({ model, inputTokens: 500_000, outputTokens: 100_000 });

  it("is dollars for tokens", () => {
    expect(costOf([usage("paid"), usage("paid")], prices)).toBeCloseTo(4, 10);
  });

  it("is nothing for models on this machine, also one called like a member of every object", () => {
    expect(costOf([usage("the pupil"), usage("constructor")], prices)).toBe(0);
  });

  it("is unknown where one price is", () => {
    expect(costOf([usage("paid"), usage("unlisted")], prices)).toBeNull();
    expect(costOf([usage("paid")], prices)).not.toBeNull();
  });
});

describe("isLoopback", () => {
  it.each([
    "http://localhost:8000/v1",
    "http://127.0.0.1/v1",
    "http://127.9.8.7:1/",
    "http://[::1]:11434/v1",
  ])("holds for %s", (url) => expect(isLoopback(url)).toBe(true));
  it.each(["https://api.openai.com/v1", "http://127.0.0.1.example/v1", "http://192.168.0.2/v1"])(
    "does not hold for %s",
    (url) => expect(isLoopback(url)).toBe(false),
  );
});

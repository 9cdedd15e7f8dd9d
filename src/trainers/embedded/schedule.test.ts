import { describe, expect, it } from "vitest";
import { learningRates } from "./schedule.ts";

const linear = (steps: number, warmupRatio: number, learningRate: number) =>
  learningRates(steps, { schedule: "linear", warmupRatio, learningRate });

function expectRates(rates: number[], expected: number[]) {
  expect(rates).toHaveLength(expected.length);
  for (const [step, rate] of expected.entries()) expect(rates[step]).toBeCloseTo(rate, 12);
}

describe("learningRates", () => {
  it("warms up from 0 and decays to 0, as in transformers", () => {
    expectRates(linear(5, 0.4, 0.02), [0, 0.01, 0.02, 0.02 * (2 / 3), 0.02 / 3]);
  });

  it("begins at the peak without warm-up", () => {
    expect(linear(4, 0, 1)).toEqual([1, 0.75, 0.5, 0.25]);
  });

  it("rounds a fraction of a warm-up step up", () => {
    expect(linear(10, 0.03, 1)[0]).toBe(0);
    expect(linear(10, 0.03, 1)[1]).toBe(1);
  });

  it("falls along a cosine where asked to", () => {
    const rates = learningRates(4, { schedule: "cosine", warmupRatio: 0, learningRate: 2 });
    expectRates(rates, [2, 1 + Math.SQRT1_2, 1, 1 - Math.SQRT1_2]);
  });
});

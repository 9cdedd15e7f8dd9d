import { describe, expect, it } from "vitest";
import { createSampler } from "./sampling.ts";

const logits = Float32Array.from([0, Math.log(3), -1e30, Math.log(4)]);

function frequencies(temperature: number, draws: number): number[] {
  const sampler = createSampler(temperature, 1);
  const counts = Array(logits.length).fill(0);
  for (let i = 0; i < draws; i++) counts[sampler.draw(logits)]++;
  return counts.map((count) => count / draws);
}

describe("createSampler", () => {
  it("draws the same tokens for the same seed and others for another", () => {
    const draw = (seed: number): number[] => {
      const sampler = createSampler(1, seed);
      return Array.from({ length: 30 }, () => sampler.draw(logits));
    };
    expect(draw(5)).toEqual(draw(5));
    expect(draw(5)).not.toEqual(draw(6));
  });

  it("draws as often as the softmax says", () => {
    const drawn = frequencies(1, 20_000);
    [1 / 8, 3 / 8, 0, 4 / 8].forEach((expected, token) => {
      expect(drawn[token]).toBeCloseTo(expected, 1.5);
    });
    expect(drawn[2]).toBe(0);
  });

  it("prefers the likeliest more at a low temperature", () => {
    expect(frequencies(0.1, 2000)[3]).toBeGreaterThan(0.9);
  });
});

import { describe, expect, it } from "vitest";
import { forbidden as no } from "./attention.ts";
import { causalBias, paddedRowCount, paddingBias, padTokens, sameTokens } from "./batch-layout.ts";

describe("paddedRowCount", () => {
  it("is a power of two, at least four", () => {
    expect([1, 3, 4, 5, 8, 17].map(paddedRowCount)).toEqual([4, 4, 4, 8, 8, 32]);
  });
});

describe("sameTokens", () => {
  it("compares token by token", () => {
    expect(sameTokens([1, 2], [1, 2])).toBe(true);
    expect(sameTokens([1, 2], [1, 3])).toBe(false);
    expect(sameTokens([1, 2], [1, 2, 3])).toBe(false);
  });
});

describe("padTokens", () => {
  it("pads on the right and counts positions from where each sequence starts", () => {
    const { tokens, positions } = padTokens([[5, 6], [7], []], 3, [0, 4, 9]);
    expect([...tokens]).toEqual([5, 6, 0, 7, 0, 0, 0, 0, 0]);
    expect([...positions]).toEqual([0, 1, 0, 4, 0, 0, 0, 0, 0]);
  });
});

describe("bias", () => {
  const hidden = Math.fround(no);

  it("hides padding", () => {
    expect([...paddingBias([1, 3], 3)]).toEqual([0, hidden, hidden, 0, 0, 0]);
  });

  it("hides later places", () => {
    expect([...causalBias(3)]).toEqual([0, hidden, hidden, 0, 0, hidden, 0, 0, 0]);
  });
});

import { describe, expect, it } from "vitest";
import { wordSimilarity } from "./word-similarity.ts";

describe("wordSimilarity", () => {
  it("is 1 for the same words in another order or form", () => {
    expect(wordSimilarity("adding instead of subtracting", "added, instead of subtraction")).toBe(1);
  });

  it("is the share of common words, small words apart", () => {
    expect(wordSimilarity("did not convert the unit", "a unit of time")).toBeCloseTo(2 / 6);
    expect(wordSimilarity("wrong operation", "misread question")).toBe(0);
  });

  it("is 0 where there are no words", () => {
    expect(wordSimilarity("", "of the")).toBe(0);
  });
});

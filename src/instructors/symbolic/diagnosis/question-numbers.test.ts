import { describe, expect, it } from "vitest";
import { questionNumbers } from "./question-numbers.ts";

describe("questionNumbers", () => {
  it("reads digits, words, fractions and percentages in their order", () => {
    const question = "Three of 1,200 pupils, twice 2.5 or 3/4, a dozen, half, 20% and 5 percent.";
    expect(questionNumbers(question)).toEqual([
      { value: 3, percentage: false },
      { value: 1200, percentage: false },
      { value: 2, percentage: false },
      { value: 2.5, percentage: false },
      { value: 0.75, percentage: false },
      { value: 12, percentage: false },
      { value: 0.5, percentage: false },
      { value: 0.2, percentage: true },
      { value: 0.05, percentage: true },
    ]);
  });

  it("finds none in words that are none", () => {
    expect(questionNumbers("Often the tone of a toad is constructive.")).toEqual([]);
  });
});

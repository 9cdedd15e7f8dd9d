import { describe, expect, it } from "vitest";
import { createLeastCommon } from "./threshold.ts";

describe("createLeastCommon", () => {
  /** The least whole number above (or at) threshold · words / 2, for a threshold in tenths. */
  const above = (tenths: number, words: number) => Math.floor((tenths * words) / 20) + 1;
  const atLeast = (tenths: number, words: number) => Math.max(1, Math.ceil((tenths * words) / 20));

  it.each([1, 3, 5, 6, 7, 9])("agrees with whole numbers at %i tenths", (tenths) => {
    const strict = createLeastCommon((f) => f > tenths / 10)(5000);
    const inclusive = createLeastCommon((f) => f >= tenths / 10)(5000);
    for (let words = 2; words <= 5000; words++) {
      expect(strict[words]).toBe(above(tenths, words));
      expect(inclusive[words]).toBe(atLeast(tenths, words));
    }
  });

  it("asks for more than two texts have when nothing passes", () => {
    expect(createLeastCommon((f) => f > 1)(10)[10]).toBeGreaterThan(5);
  });

  it("keeps what it gave when it grows", () => {
    const least = createLeastCommon((f) => f > 0.7);
    const small = [...least(100).slice(1, 101)];
    expect([...least(1000).slice(1, 101)]).toEqual(small);
  });
});

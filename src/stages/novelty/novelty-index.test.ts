import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rougeLByDynamicProgramme } from "./dynamic-programme.fixture.ts";
import { createNoveltyIndex } from "./novelty-index.ts";

/** Few different words, so that similar texts abound; rare words and empty texts among them. */
const text = fc
  .array(fc.constantFrom("a", "a", "a", "b", "b", "c", "d", "e", "f", "g", "h", "?"), { maxLength: 40 })
  .map((words) => words.join(" "));

function nearestOfAll(pool: readonly string[], text: string, threshold: number) {
  let nearest: { id: string; score: number } | null = null;
  for (const [place, known] of pool.entries()) {
    const score = rougeLByDynamicProgramme(known, text);
    if (score > (nearest?.score ?? threshold)) nearest = { id: String(place), score };
  }
  return nearest;
}

describe("createNoveltyIndex", () => {
  it("finds the most similar text, as comparing with every one would, while the pool grows", () => {
    const thresholds = fc.constantFrom(0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.95, 1);
    fc.assert(
      fc.property(fc.array(text, { maxLength: 25 }), thresholds, (texts, threshold) => {
        const index = createNoveltyIndex({ threshold });
        for (const [place, text] of texts.entries()) {
          expect(index.nearest(text)).toEqual(nearestOfAll(texts.slice(0, place), text, threshold));
          index.add(String(place), text);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("keeps a text at just the threshold and drops the next above it", () => {
    const index = createNoveltyIndex();
    index.add("known", "1 2 3 4 5 6 7 8 9 10");
    expect(index.nearest("1 2 3 4 5 6 7 a b c")).toBeNull();
    expect(index.nearest("1 2 3 4 5 6 7 8 b c")).toEqual({ id: "known", score: 0.8 });
  });

  it("names the earliest of equally similar texts", () => {
    const index = createNoveltyIndex();
    for (const id of ["first", "second"]) index.add(id, "How many apples are left?");
    expect(index.nearest("how many apples are left")).toEqual({ id: "first", score: 1 });
  });

  it("finds nothing in an empty pool, nor for a text without words", () => {
    const index = createNoveltyIndex({ threshold: 0 });
    expect(index.nearest("one two")).toBeNull();
    index.add("empty", "…");
    index.add("known", "one two");
    expect(index.nearest("?!")).toBeNull();
  });

  it.each([-0.1, 1.1, Number.NaN])("refuses %d as a threshold", (threshold) => {
    expect(() => createNoveltyIndex({ threshold })).toThrow("from 0 to 1");
  });
});

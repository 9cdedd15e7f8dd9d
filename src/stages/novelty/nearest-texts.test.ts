import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rougeLByDynamicProgramme } from "./dynamic-programme.fixture.ts";
import { createNearestTexts } from "./nearest-texts.ts";

const text = fc
  .array(fc.constantFrom("a", "a", "b", "c", "d", "e"), { maxLength: 40 })
  .map((words) => words.join(" "));

describe("createNearestTexts", () => {
  it("finds what comparing with every text would find", () => {
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 20 }),
        text,
        fc.integer({ min: 1, max: 5 }),
        (texts, wanted, count) => {
          const all = texts
            .map((other, place) => ({ place, score: rougeLByDynamicProgramme(other, wanted) }))
            .sort((one, other) => other.score - one.score || one.place - other.place);
          expect(createNearestTexts(texts)(wanted, count)).toEqual(all.slice(0, count));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("finds all there are where there are fewer, also of what shares no word", () => {
    expect(createNearestTexts(["one", "two"])("three", 3).map(({ place }) => place)).toEqual([0, 1]);
    expect(createNearestTexts([])("three", 3)).toEqual([]);
  });
});

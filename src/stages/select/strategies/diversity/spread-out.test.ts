import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spreadOut } from "./spread-out.ts";
import { similarity, wordVectors } from "./word-vectors.ts";

const texts = [
  "Tom buys 3 apples and 4 pears",
  "Tom buys 5 apples and 9 pears",
  "Tom buys 5 pears and 9 apples",
  "A train travels 40 miles in 2 hours",
  "The garden is 10 feet long and 4 feet wide",
];

describe("wordVectors", () => {
  it("makes texts alike that differ in their numbers and their order alone", () => {
    const [one, other, turned, train] = wordVectors(texts);
    expect(similarity(one!, other!)).toBeCloseTo(1);
    expect(similarity(other!, turned!)).toBeCloseTo(1);
    expect(similarity(one!, train!)).toBeLessThan(0.2);
  });
});

describe("spreadOut", () => {
  it("takes texts of every kind before a second of one kind", () => {
    const taken = spreadOut(wordVectors(texts), 3);
    expect(taken.map((index) => Math.max(2, index)).toSorted()).toEqual([2, 3, 4]);
  });

  it("takes as many different ones as asked for or there are", () => {
    const words = fc.array(fc.constantFrom("red", "green", "blue", "7"), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), fc.nat(15), (lists, count) => {
        const taken = spreadOut(wordVectors(lists.map((list) => list.join(" "))), count);
        expect(new Set(taken).size).toBe(Math.min(count, lists.length));
      }),
    );
  });
});

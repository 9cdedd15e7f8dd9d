import { describe, expect, it } from "vitest";
import { createRandom } from "../../../src/foundation/random.ts";
import { isEquivalent } from "../../../src/graders/math/equivalence/index.ts";
import { extremeAnswer } from "./extremes.ts";
import { fuzzedPair } from "./index.ts";
import { mutate } from "./mutate.ts";

const options = {
  answers: ["\\frac{1}{2}", "x^2+1", "(0,1]", "\\text{even}", "1,000", "y = 3x"],
  largestSize: 2000,
};

describe("fuzzedPair", () => {
  it("gives the same inputs for the same seed, and many kinds", () => {
    const draw = () => {
      const random = createRandom("fuzz");
      return Array.from({ length: 300 }, () => fuzzedPair(options, random));
    };
    const pairs = draw();
    expect(draw()).toEqual(pairs);
    expect(new Set(pairs.map(([first]) => first)).size).toBeGreaterThan(280);
    expect(Math.max(...pairs.flat().map((text) => text.length))).toBeLessThan(3 * options.largestSize);
  });

  it("leaves no comparison without an answer, whatever the input and the order", () => {
    const random = createRandom("total");
    for (let turn = 0; turn < 2000; turn++) {
      const [gold, answer] = fuzzedPair(options, random);
      const there = isEquivalent(gold, answer);
      expect([true, false, null]).toContain(there.equal);
      expect({ gold, answer, equal: isEquivalent(answer, gold).equal }).toEqual({
        gold,
        answer,
        equal: there.equal,
      });
    }
  });
});

describe("extremeAnswer", () => {
  it("stays near the size it may have", () => {
    const random = createRandom("extremes");
    const lengths = Array.from({ length: 500 }, () => extremeAnswer(random, 10_000).length);
    expect(Math.max(...lengths)).toBeGreaterThan(2000);
    expect(Math.max(...lengths)).toBeLessThan(30_000);
  });
});

describe("mutate", () => {
  it("changes most answers", () => {
    const random = createRandom("mutate");
    const changed = Array.from({ length: 200 }, () => mutate("\\frac{1}{2}+x", "(3,4)", random));
    expect(changed.filter((text) => text !== "\\frac{1}{2}+x").length).toBeGreaterThan(150);
  });
});

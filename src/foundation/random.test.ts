import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "./random.ts";

describe("createRandom", () => {
  it("gives the same sequence for the same seed on every machine", () => {
    const random = createRandom("errata");
    expect(Array.from({ length: 5 }, () => random.integer(0, 999))).toMatchInlineSnapshot(`
      [
        566,
        234,
        474,
        77,
        979,
      ]
    `);
  });

  it("is uniform within sampling error", () => {
    const random = createRandom("uniform");
    const counts = new Array(10).fill(0);
    for (let i = 0; i < 100_000; i++) counts[random.integer(0, 9)] += 1;
    // Chi-squared with 9 degrees of freedom: 27.9 is the 99.9th percentile.
    const chiSquared = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquared).toBeLessThan(27.9);
  });

  it("samples distinct items and shuffles without loss", () => {
    fc.assert(
      fc.property(fc.string(), fc.uniqueArray(fc.integer()), fc.nat(20), (seed, items, count) => {
        const random = createRandom(seed);
        const sample = random.sample(items, count);
        expect(new Set(sample).size).toBe(Math.min(count, items.length));
        expect([...random.shuffle(items)].sort()).toEqual([...items].sort());
      }),
    );
  });
});

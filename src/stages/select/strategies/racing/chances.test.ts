import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chancesInPools, chancesToBeKept, expectedError } from "./chances.ts";

const abilities = fc.array(
  fc.record({
    mean: fc.double({ min: -3, max: 3, noNaN: true }),
    variance: fc.double({ min: 0.01, max: 2, noNaN: true }),
  }),
  { minLength: 1, maxLength: 40 },
);

describe("chancesToBeKept", () => {
  it("adds up to as many as are kept, and favours the better of two that are known as well", () => {
    fc.assert(
      fc.property(abilities, fc.nat(40), (list, count) => {
        const keep = Math.min(count, list.length);
        const chances = chancesToBeKept(list, keep);
        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(keep, 4);
        const better = chancesToBeKept(
          [...list, { mean: 0, variance: 0.1 }, { mean: 1, variance: 0.1 }],
          keep,
        );
        expect(better.at(-1)!).toBeGreaterThanOrEqual(better.at(-2)!);
      }),
    );
  });

  it("is the same for all where nothing tells them apart", () => {
    const alike = Array.from({ length: 20 }, () => ({ mean: 0, variance: 1 }));
    for (const chance of chancesToBeKept(alike, 1)) expect(chance).toBeCloseTo(0.05, 5);
  });
});

describe("chancesInPools", () => {
  it("lets candidates compete within their pool alone, and expects errors of all of them", () => {
    const sure = (mean: number) => ({ mean, variance: 1e-6 });
    const pools = [
      { candidates: [0, 2], keep: 1 },
      { candidates: [1, 3], keep: 1 },
    ];
    const chances = chancesInPools(pools, [sure(5), sure(1), sure(4), sure(1)]);
    expect(chances[0]).toBeCloseTo(1, 5);
    expect(chances[2]).toBeCloseTo(0, 5);
    expect(chances[1]).toBeCloseTo(0.5, 5);
    expect(expectedError(pools, chances)).toBeCloseTo(0.25, 5);
  });
});

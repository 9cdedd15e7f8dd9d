import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proportionalQuotas } from "./quotas.ts";

describe("proportionalQuotas", () => {
  it("shares in proportion, remainders to the largest, ties to the earlier", () => {
    expect(proportionalQuotas(10, [50, 30, 20])).toEqual([5, 3, 2]);
    expect(proportionalQuotas(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(proportionalQuotas(7, [3, 2, 2])).toEqual([3, 2, 2]);
    expect(proportionalQuotas(1, [1, 5])).toEqual([0, 1]);
  });

  it("gives nothing where there is nobody to give to", () => {
    expect(proportionalQuotas(10, [])).toEqual([]);
    expect(proportionalQuotas(10, [0, 0])).toEqual([0, 0]);
  });

  it("sums to the total, and is within one of the exact share; an empty type has none", () => {
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.array(fc.nat(1000), { minLength: 1 }).filter((sizes) => sizes.some((size) => size > 0)),
        (total, sizes) => {
          const quotas = proportionalQuotas(total, sizes);
          const sum = sizes.reduce((a, b) => a + b);
          expect(quotas.reduce((a, b) => a + b)).toBe(total);
          for (const [index, size] of sizes.entries()) {
            expect(Math.abs(quotas[index]! - (total * size) / sum)).toBeLessThan(1);
            if (size === 0) expect(quotas[index]).toBe(0);
          }
        },
      ),
    );
  });

  it("never gives a smaller type more than a larger one", () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.array(fc.nat(100), { minLength: 1 }), (total, sizes) => {
        const quotas = proportionalQuotas(total, sizes);
        for (const [i, a] of sizes.entries()) {
          for (const [j, b] of sizes.entries())
            if (a > b) expect(quotas[i]).toBeGreaterThanOrEqual(quotas[j]!);
        }
      }),
    );
  });
});

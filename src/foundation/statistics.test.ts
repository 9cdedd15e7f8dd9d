import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countPairs,
  mcnemarExact,
  mean,
  type PairedCounts,
  pairedDifference,
  proportion,
} from "./statistics.ts";

/**
 * Expected values were computed with Python (statsmodels 0.15.0, scipy 1.17.1):
 *
 *   from statsmodels.stats.proportion import proportion_confint
 *   from statsmodels.stats.contingency_tables import mcnemar
 *   proportion_confint(count, n, method="wilson")
 *   mcnemar([[both_right, fixed], [broken, both_wrong]], exact=True).pvalue
 *
 * Newcombe's interval is not in that release; it was computed from the same Wilson limits with
 *
 *   def newcombe(a, b, c, d):
 *       n = a + b + c + d; p1 = (a + b) / n; p2 = (a + c) / n
 *       l1, u1 = proportion_confint(a + b, n, method="wilson")
 *       l2, u2 = proportion_confint(a + c, n, method="wilson")
 *       A = (a + b) * (c + d) * (a + c) * (b + d); B = a * d - b * c
 *       phi = 0 if A == 0 else (max(B - n / 2, 0) if B > 0 else B) / sqrt(A)
 *       return (p1 - p2 - sqrt((p1 - l1)**2 - 2 * phi * (p1 - l1) * (u2 - p2) + (u2 - p2)**2),
 *               p1 - p2 + sqrt((u1 - p1)**2 - 2 * phi * (u1 - p1) * (p2 - l2) + (p2 - l2)**2))
 *
 * Its first two rows are worked examples in print: Altman et al., "Statistics with confidence" (2000), table 6.2
 * (0.011 to 0.226), and Fagerland et al., Statistics in Medicine 33 (2014) (-0.507 to -0.026).
 */
const pairedCounts = ([bothRight, fixed, broken, bothWrong]: readonly number[]): PairedCounts => ({
  bothRight: bothRight!,
  fixed: fixed!,
  broken: broken!,
  bothWrong: bothWrong!,
});

describe("proportion", () => {
  it.each([
    { count: 0, n: 10, low: 0, high: 0.27753279986288926 },
    { count: 10, n: 10, low: 0.7224672001371106, high: 1 },
    { count: 1, n: 3, low: 0.06149194472039626, high: 0.7923403991979523 },
    { count: 50, n: 100, low: 0.4038315303659956, high: 0.5961684696340044 },
    { count: 271, n: 500, low: 0.4981741651760806, high: 0.585185390225149 },
    { count: 1319, n: 1319, low: 0.9970960550146962, high: 1 },
  ])("gives Wilson's interval for $count of $n", ({ count, n, low, high }) => {
    const { value, interval } = proportion(count, n);
    expect(value).toBe(count / n);
    expect(interval.low).toBeCloseTo(low, 12);
    expect(interval.high).toBeCloseTo(high, 12);
  });

  it("refuses counts that are no proportion", () => {
    expect(() => proportion(0, 0)).toThrow(RangeError);
    expect(() => proportion(3, 2)).toThrow(RangeError);
    expect(() => proportion(-1, 2)).toThrow(RangeError);
  });

  it("holds the share inside an interval inside [0, 1]", () => {
    const shares = fc
      .integer({ min: 1, max: 5000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(shares, ([count, n]) => {
        const { value, interval } = proportion(count, n);
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.low).toBeLessThanOrEqual(value);
        expect(interval.high).toBeGreaterThanOrEqual(value);
        expect(interval.high).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("pairedDifference", () => {
  it.each([
    { table: [14, 5, 0, 22], low: 0.011483241383033221, high: 0.2264926843512112 },
    { table: [1, 1, 7, 12], low: -0.506920226686141, high: -0.025559124164859837 },
    { table: [245, 88, 26, 141], low: 0.08313375618809864, high: 0.16410529315722935 },
    { table: [0, 0, 0, 20], low: -0.1611251580528194, high: 0.1611251580528194 },
    { table: [20, 0, 0, 0], low: -0.16112515805281957, high: 0.16112515805281957 },
    { table: [0, 30, 2, 0], low: 0.5970575371169082, high: 0.9653788659367182 },
    { table: [700, 150, 149, 320], low: -0.02495618588772459, high: 0.026470893672330183 },
  ])("gives Newcombe's interval for $table", ({ table, low, high }) => {
    const counts = pairedCounts(table);
    const { value, interval } = pairedDifference(counts);
    expect(value).toBeCloseTo((counts.fixed - counts.broken) / table.reduce((a, b) => a + b), 12);
    expect(interval.low).toBeCloseTo(low, 12);
    expect(interval.high).toBeCloseTo(high, 12);
  });

  it("changes sign when before and after change places", () => {
    const count = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(fc.tuple(fc.integer({ min: 1, max: 300 }), count, count, count), (table) => {
        const counts = pairedCounts(table);
        const forward = pairedDifference(counts);
        const backward = pairedDifference({ ...counts, fixed: counts.broken, broken: counts.fixed });
        expect(backward.value).toBeCloseTo(-forward.value, 12);
        expect(backward.interval.low).toBeCloseTo(-forward.interval.high, 12);
        expect(backward.interval.high).toBeCloseTo(-forward.interval.low, 12);
      }),
    );
  });

  it("refuses an empty table", () => {
    expect(() => pairedDifference(pairedCounts([0, 0, 0, 0]))).toThrow(RangeError);
  });
});

describe("mcnemarExact", () => {
  it.each([
    { fixed: 0, broken: 0, p: 1 },
    { fixed: 5, broken: 0, p: 0.0625 },
    { fixed: 3, broken: 3, p: 1 },
    { fixed: 1, broken: 9, p: 0.021484375 },
    { fixed: 30, broken: 2, p: 2.4633482098579407e-7 },
    { fixed: 88, broken: 26, p: 4.5895722935023815e-9 },
    { fixed: 150, broken: 149, p: 1 },
    { fixed: 2000, broken: 1900, p: 0.11289365225934829 },
  ])("gives the binomial p-value for $fixed fixed and $broken broken", ({ fixed, broken, p }) => {
    const actual = mcnemarExact({ fixed, broken });
    expect(Math.abs(actual - p) / p).toBeLessThan(1e-9);
  });
});

describe("countPairs", () => {
  it("puts every pair into its cell", () => {
    const pairs = [
      [true, true],
      [false, true],
      [false, true],
      [true, false],
      [false, false],
      [false, false],
      [false, false],
    ] as const;
    expect(countPairs(pairs)).toEqual({ bothRight: 1, fixed: 2, broken: 1, bothWrong: 3 });
  });
});

describe("mean", () => {
  it("is the sum over the count", () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(mean([])).toBeNaN();
  });
});

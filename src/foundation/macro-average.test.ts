import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { macroAverage } from "./macro-average.ts";
import { proportion } from "./statistics.ts";

describe("macroAverage", () => {
  it("gives every share the same weight", () => {
    expect(macroAverage([proportion(10, 10), proportion(250, 1_000)], "").value).toBe(0.625);
  });

  it("has the interval of the normal approximation where there are many items", () => {
    const shares = [proportion(1_000, 5_000), proportion(600, 1_200)];
    const variance = shares.reduce((sum, { value, n }) => sum + (value * (1 - value)) / n, 0) / 4;
    const { value, interval } = macroAverage(shares, "seed");
    expect(interval.low).toBeCloseTo(value - 1.96 * Math.sqrt(variance), 2.5);
    expect(interval.high).toBeCloseTo(value + 1.96 * Math.sqrt(variance), 2.5);
  });

  it("holds its value, within the shares, and is the same for the same seed", () => {
    const share = fc
      .integer({ min: 1, max: 400 })
      .chain((n) => fc.integer({ min: 0, max: n }).map((count) => proportion(count, n)));
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 4 }), fc.string(), (shares, seed) => {
        const { value, interval } = macroAverage(shares, seed);
        expect(interval.low).toBeLessThanOrEqual(value + 1e-9);
        expect(interval.high).toBeGreaterThanOrEqual(value - 1e-9);
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.high).toBeLessThanOrEqual(1 + 1e-9);
        expect(macroAverage(shares, seed)).toEqual({ value, interval });
      }),
      { numRuns: 40 },
    );
  });

  it("does not underflow where no item is likely to be right", () => {
    const { value, interval } = macroAverage([proportion(1, 100_000)], "seed");
    expect(interval.low).toBeLessThanOrEqual(value);
    expect(interval.high).toBeGreaterThan(value);
    const even = macroAverage([proportion(5_000, 10_000)], "seed");
    expect(even.interval.low).toBeGreaterThan(0.48);
    expect(even.interval.high).toBeLessThan(0.52);
  });

  it("needs a share", () => {
    expect(() => macroAverage([], "")).toThrow(RangeError);
  });
});

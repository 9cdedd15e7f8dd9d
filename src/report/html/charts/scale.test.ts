import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linearScale, roundRange } from "./scale.ts";

describe("linearScale", () => {
  it("maps the ends of the range to the ends of the axis", () => {
    const x = linearScale([0, 0.2], [100, 300], 4);
    expect([x(0), x(0.1), x(0.2)]).toEqual([100, 200, 300]);
    expect(x.ticks).toEqual([0, 0.05, 0.1, 0.15, 0.2]);
  });

  it("has ticks at round numbers inside a ragged range", () => {
    expect(linearScale([-0.041, 0.183], [0, 1], 5).ticks).toEqual([0, 0.05, 0.1, 0.15]);
  });

  it("places a range of one value", () => {
    expect(linearScale([3, 3], [10, 90], 4)(3)).toBe(10);
  });
});

describe("roundRange", () => {
  it("holds all values between round numbers", () => {
    expect(roundRange([-0.036, 0.171], 6)).toEqual([-0.05, 0.2]);
    expect(roundRange([0, 28], 4)).toEqual([0, 30]);
  });

  it("holds any values, without much room to spare", () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2 });
    fc.assert(
      fc.property(values, (list) => {
        const [low, high] = roundRange(list, 5);
        const span = Math.max(...list) - Math.min(...list);
        fc.pre(span > 1e-3);
        expect(low).toBeLessThanOrEqual(Math.min(...list) + span * 1e-6);
        expect(high).toBeGreaterThanOrEqual(Math.max(...list) - span * 1e-6);
        expect(high - low).toBeLessThanOrEqual(span * 2.001);
      }),
    );
  });
});

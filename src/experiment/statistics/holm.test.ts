import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holm } from "./holm.ts";

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 });

describe("Holm's correction", () => {
  it("multiplies the smallest by the number of tests, the next by one less, and never orders them otherwise", () => {
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
    expect(holm([0.5, 0.6])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
  });

  it("stays between the p-value and Bonferroni's", () => {
    fc.assert(
      fc.property(pValues, (values) => {
        for (const [index, adjusted] of holm(values).entries()) {
          expect(adjusted).toBeGreaterThanOrEqual(values[index]!);
          expect(adjusted).toBeLessThanOrEqual(Math.min(1, values.length * values[index]!));
        }
      }),
    );
  });
});

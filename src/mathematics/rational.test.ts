import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  absolute,
  add,
  compare,
  divide,
  equals,
  isInteger,
  multiply,
  negate,
  one,
  rational,
  subtract,
  toNumber,
  zero,
} from "./rational.ts";

const rationals = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([numerator, denominator]) => rational(numerator, denominator));

describe("rational", () => {
  it("keeps lowest terms and a positive denominator", () => {
    expect(rational(6, -4)).toEqual({ numerator: -3n, denominator: 2n });
    expect(rational(0, -7)).toEqual({ numerator: 0n, denominator: 1n });
  });

  it("refuses the denominator zero and fractions of a double", () => {
    expect(() => rational(1, 0)).toThrow(RangeError);
    expect(() => rational(0.5)).toThrow(RangeError);
    expect(() => divide(one, zero)).toThrow(RangeError);
  });

  it("is a field", () => {
    fc.assert(
      fc.property(rationals, rationals, rationals, (a, b, c) => {
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        expect(add(subtract(a, b), b)).toEqual(a);
        expect(add(a, negate(a))).toEqual(zero);
        if (!equals(b, zero)) expect(multiply(divide(a, b), b)).toEqual(a);
      }),
    );
  });

  it("orders as the difference does", () => {
    fc.assert(
      fc.property(rationals, rationals, (a, b) => {
        expect(compare(a, b)).toBe(compare(subtract(a, b), zero));
        expect(compare(a, b) === 0).toBe(equals(a, b));
        expect(compare(absolute(a), zero)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("tells integers and converts to the nearest double", () => {
    expect(isInteger(rational(8, 4))).toBe(true);
    expect(isInteger(rational(1, 3))).toBe(false);
    expect(toNumber(rational(1, 3))).toBe(1 / 3);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  angleOf,
  bitLength,
  exponential,
  integerSquareRoot,
  ln2,
  logarithm,
  pi,
  sineAndCosine,
} from "./fixed-point.ts";

const precision = 320n;

/** The first `digits` decimals of a positive number. */
const decimals = (value: bigint, digits = 80): string => {
  const scaled = ((value * 10n ** BigInt(digits)) >> precision).toString();
  return `${scaled.slice(0, -digits)}.${scaled.slice(-digits)}`;
};

describe("fixed point", () => {
  it("knows the constants", () => {
    expect(decimals(pi(precision))).toBe(
      "3.14159265358979323846264338327950288419716939937510582097494459230781640628620899",
    );
    expect(decimals(10n * ln2(precision), 40)).toBe("6.9314718055994530941723212145817656807550");
  });

  it("computes e, ln 10 and sin 1", () => {
    const one = 1n << precision;
    expect(decimals(exponential(one, precision))).toBe(
      "2.71828182845904523536028747135266249775724709369995957496696762772407663035354759",
    );
    expect(decimals(logarithm(10n * one, precision))).toBe(
      "2.30258509299404568401799145468436420760110148862877297603332790096757260967735248",
    );
    expect(decimals(sineAndCosine(one, precision).sine, 40)).toBe(
      ".8414709848078965066525023216302989996225",
    );
  });

  it("inverts itself and agrees with doubles", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 9 }),
        fc.integer({ min: 1, max: 10 ** 6 }),
        (above, below) => {
          const x = (BigInt(above) << precision) / BigInt(below);
          const back = exponential(logarithm(x, precision), precision);
          expect(bitLength(back - x)).toBeLessThan(40);
          const { sine, cosine } = sineAndCosine(x, precision);
          expect(bitLength(((sine * sine + cosine * cosine) >> precision) - (1n << precision))).toBeLessThan(
            8,
          );
          expect(Number(angleOf(x, 1n << precision, precision)) / 2 ** Number(precision)).toBeCloseTo(
            Math.atan(above / below),
            12,
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  it("takes integer square roots", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 1n << 400n }), (value) => {
        const root = integerSquareRoot(value);
        expect(root * root <= value && (root + 1n) * (root + 1n) > value).toBe(true);
      }),
    );
  });
});

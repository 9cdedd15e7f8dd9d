import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rational } from "./rational.ts";
import { parseRational, toText } from "./rational-text.ts";

describe("parseRational", () => {
  it.each([
    ["3", 3, 1],
    ["-2.50", -5, 2],
    ["+7", 7, 1],
    [".5", 1, 2],
    ["5.", 5, 1],
    ["1,000", 1000, 1],
    ["12,345,678.9", 123456789, 10],
    ["3/4", 3, 4],
    ["-6/4", -3, 2],
    [" 007 ", 7, 1],
  ])("reads %s", (text, numerator, denominator) => {
    expect(parseRational(text)).toEqual(rational(numerator, denominator));
  });

  it.each(["", ".", "-", "1,00", "1/0", "1/2/3", "abc", "1 2", "1e5", "--1"])("refuses %j", (text) => {
    expect(parseRational(text)).toBeNull();
  });
});

describe("toText", () => {
  it("writes decimals where they are finite and fractions elsewhere", () => {
    expect(toText(rational(5, 2))).toBe("2.5");
    expect(toText(rational(-1, 40))).toBe("-0.025");
    expect(toText(rational(-12))).toBe("-12");
    expect(toText(rational(1, 3))).toBe("1/3");
  });

  it("is read back as the same value", () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n, max: 10n ** 9n }), (numerator, denominator) => {
        const value = rational(numerator, denominator);
        expect(parseRational(toText(value))).toEqual(value);
      }),
    );
  });
});

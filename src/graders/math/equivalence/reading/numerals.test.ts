import { describe, expect, it } from "vitest";
import { rational } from "../../../../mathematics/rational.ts";
import { readNumeral, scanNumeral } from "./numerals.ts";

describe("scanNumeral", () => {
  it.each([
    ["1,234,567 apples", "1234567", 9],
    ["1,23", "1", 1],
    ["0,123", "0", 1],
    ["12 345", "12345", 6],
    ["1 100/3", "1", 1],
    ["0.1\\overline{6}+1", "0.1(6)", 15],
    ["0.1212...", "0.(12)", 9],
    ["1.5e-3", "1.5e-3", 6],
    ["2e^3", "2", 1],
    ["204_5", "5#204", 5],
    ["152A_{11}", "11#152A", 9],
    ["19_5", "19", 2],
    [".5", ".5", 2],
  ])("finds the numeral at the start of %s", (text, numeral, length) => {
    expect(scanNumeral(text, 0, true)).toMatchObject({ text: numeral, length });
  });

  it("takes no comma for a separator of thousands where it separates", () => {
    expect(scanNumeral("1,234", 0, false)).toEqual({ text: "1", length: 1, ambiguous: true });
  });
});

describe("readNumeral", () => {
  it.each([
    ["1.50", rational(3, 2)],
    ["0.1(6)", rational(1, 6)],
    ["1.5e-3", rational(3, 2000)],
    ["5#204", rational(54)],
    ["2#0.011", rational(3, 8)],
  ])("%s", (text, value) => {
    expect(readNumeral(text)?.value).toEqual(value);
  });

  it("refuses what would be too long to write out", () => {
    expect(readNumeral("1e9999")).toBeNull();
  });

  it("counts the digits that a decimal shows", () => {
    expect(readNumeral("0.0333")?.decimal).toEqual({ significantDigits: 3, places: 4 });
    expect(readNumeral("333")?.decimal).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { rational } from "../../../../mathematics/rational.ts";
import { readUnit, sameDimensions } from "./units.ts";

describe("readUnit", () => {
  it.each([
    ["cm^2", rational(1, 10_000)],
    ["square centimeters", rational(1, 10_000)],
    ["km / h", rational(5, 18)],
    ["miles per hour", rational(1_609_344, 3_600_000)],
    ["cents", rational(1, 100)],
  ])("%s", (text, factor) => {
    expect(readUnit(text)?.factor).toEqual(factor);
  });

  it.each(["values", "square tiles", ""])("finds no unit in %j", (text) => {
    expect(readUnit(text)).toBeNull();
  });

  it("knows a volume as the cube of a length", () => {
    expect(sameDimensions(readUnit("liters")!, readUnit("cm^3")!)).toBe(true);
    expect(sameDimensions(readUnit("m")!, readUnit("m^2")!)).toBe(false);
  });
});

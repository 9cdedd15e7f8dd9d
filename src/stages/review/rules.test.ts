import { describe, expect, it } from "vitest";
import type { ErrorType } from "../../domain/error-type.ts";
import { excludedNames, mergeByName, normalizedName } from "./rules.ts";

const type = (id: string, name: string, ...keyphrases: string[]): ErrorType => ({
  id,
  name,
  explanation: `about ${id}`,
  keyphrases,
});

describe("normalizedName", () => {
  it.each([
    ["Unit Conversion Errors", "unit conversion"],
    ["Error in unit-conversion", "unit conversion"],
    ["General mistakes of the unit conversion", "unit conversion"],
    ["Terrorism", "terrorism"],
    ["Errors", ""],
    ["单位换算错误", ""],
  ])("%s → %s", (name, normalized) => {
    expect(normalizedName(name)).toBe(normalized);
  });
});

describe("mergeByName", () => {
  it("makes one of types with equal names, under the first, each phrase once", () => {
    const merged = mergeByName([
      type("a", "Unit conversion errors", "x", "y"),
      type("b", "Percentages", "z"),
      type("c", "Error in unit conversion", "y", "w"),
    ]);
    expect(merged).toEqual([
      type("a", "Unit conversion errors", "x", "y", "w"),
      type("b", "Percentages", "z"),
    ]);
  });

  it("keeps apart what names no rule can read", () => {
    const types = [type("a", "单位换算错误", "x"), type("b", "百分比错误", "y"), type("c", "Errors", "z")];
    expect(mergeByName(types)).toEqual(types);
  });
});

describe("excludedNames", () => {
  const isExcluded = (name: string) => excludedNames.some((pattern) => pattern.test(name));

  it.each(["No error", "No Error Found", "Correct process, wrong format", "Miscellaneous errors"])(
    "hold %s",
    (name) => expect(isExcluded(name)).toBe(true),
  );

  it.each(["Wrong operation", "Incorrect answer format", "Incorrect process of elimination"])(
    "do not hold %s",
    (name) => expect(isExcluded(name)).toBe(false),
  );
});

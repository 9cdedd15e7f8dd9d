import { describe, expect, it } from "vitest";
import { numberInWords } from "./number-words.ts";

describe("numberInWords", () => {
  it.each([
    ["seven", 7],
    ["twenty-five", 25],
    ["two hundred and twenty-five", 225],
    ["three million five thousand", 3_005_000],
    ["one two", null],
    ["even", null],
    ["and", null],
    ["constructor", null],
  ])("reads %j as %j", (text, value) => {
    expect(numberInWords(text)).toBe(value);
  });
});

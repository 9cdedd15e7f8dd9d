import { describe, expect, it } from "vitest";
import { capitalised, listed, tidy, withArticles, withDollarSigns } from "./english.ts";

describe("tidy", () => {
  it("closes the gaps that empty choices leave", () => {
    expect(tidy("Tom has  5 pens , and  6 cups . ")).toBe("Tom has 5 pens, and 6 cups.");
  });
});

describe("withArticles", () => {
  it.each([
    ["a apple", "an apple"],
    ["A hour", "An hour"],
    ["a 8-inch board", "an 8-inch board"],
    ["a uncle", "an uncle"],
    ["a pear", "a pear"],
    ["a uniform", "a uniform"],
    ["a one-way trip", "a one-way trip"],
    ["a 12-inch board", "a 12-inch board"],
  ])("writes %s as %s", (text, expected) => {
    expect(withArticles(text)).toBe(expected);
  });
});

describe("withDollarSigns", () => {
  it("rewrites amounts alone", () => {
    expect(withDollarSigns("It costs 15 dollars. How many dollars are 2 pens?")).toBe(
      "It costs $15. How many dollars are 2 pens?",
    );
  });
});

describe("listed", () => {
  it.each([
    [["a"], "a"],
    [["a", "b"], "a and b"],
    [["a", "b", "c"], "a, b and c"],
  ])("joins %j", (items, expected) => {
    expect(listed(items)).toBe(expected);
  });
});

describe("capitalised", () => {
  it("leaves the other letters", () => {
    expect(capitalised("the house of Ann")).toBe("The house of Ann");
  });
});

import { describe, expect, it } from "vitest";
import { afterLast, floatOf, lastBoxed, lastMatch } from "./latex-text.ts";

describe("lastBoxed", () => {
  it.each([
    ["\\boxed{1} then \\boxed{\\frac{1}{2}}.", "\\frac{1}{2}"],
    ["\\fbox{7}", "7"],
    ["\\boxed {a}", "a"],
    ["\\boxed{}", ""],
    ["\\boxed{\\frac{1}{2", null],
    ["no box", null],
  ])("of %j is %j", (text, content) => {
    expect(lastBoxed(text)).toBe(content);
  });
});

describe("afterLast and lastMatch", () => {
  it("take the last place", () => {
    expect(afterLast("it is 1 and is 2", /is/g)).toBe(" 2");
    expect(lastMatch("1, 2, 30", /\d+/g)).toBe("30");
    expect(afterLast("none", /is/g)).toBeNull();
    expect(lastMatch("none", /\d+/g)).toBeNull();
  });
});

describe("floatOf", () => {
  it.each([
    ["4.50", 4.5],
    [" -.5 ", -0.5],
    ["1e3", 1000],
    ["7.", 7],
    ["1,000", null],
    ["1/2", null],
    ["", null],
  ])("reads %j as %j", (text, value) => {
    expect(floatOf(text)).toBe(value);
  });
});

import { describe, expect, it } from "vitest";
import { beforeStatedAnswer, lastBoxed, statedAnswer } from "./answers.ts";

describe("statedAnswer", () => {
  it.each([
    ["so 1,234.\n#### 1,234", "1234"],
    ["#### -12,345.50 ", "-12345.50"],
    ["#### $1,000", "$1000"],
    ["first\n#### 1\nsecond\n#### 2", "2"],
    ["#### 1,23", "1,23"],
    [" 1,234 ", "1,234"],
    ["(1,234)", "(1,234)"],
  ])("of %j is %j", (text, answer) => {
    expect(statedAnswer(text)).toBe(answer);
  });
});

it("the solution before a stated answer keeps its own lines", () => {
  expect(beforeStatedAnswer("a\nb\n#### 3")).toBe("a\nb");
  expect(beforeStatedAnswer("a\nb\n")).toBe("a\nb\n");
});

describe("lastBoxed", () => {
  it.each([
    ["$\\boxed{1}$ then $\\boxed{\\frac{1}{2}}$.", "\\frac{1}{2}"],
    ["\\boxed{}", ""],
    ["no box", null],
    ["\\boxed{1", null],
  ])("of %j is %j", (solution, answer) => {
    expect(lastBoxed(solution)).toBe(answer);
  });
});

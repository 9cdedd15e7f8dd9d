import { describe, expect, it } from "vitest";
import { tidy } from "./tidy.ts";

describe("tidy", () => {
  it.each([
    ["The answer is $\\boxed{14{,}916}$.", "14916"],
    ["\\boxed{1} and \\boxed{-2}", "1, -2"],
    ["$\\boxed{28}$ pct", "28 \\%"],
    ["\\boxed{\\frac{1}{2}", "\\frac{1}{2}"],
    ["\\\\frac{1}{2}", "\\frac{1}{2}"],
    ["-\\\frac{7}{4}", "-\\frac{7}{4}"],
    ["\\(x+1\\)", "x+1"],
    ["\\left( 1, 2 \\right]", "( 1, 2 ]"],
    ["11,\\! 111,\\! 100", "11111100"],
    ["2√3·x²", "2\\sqrt 3\\cdot x^{2}"],
    ["= 5.", "5"],
    ["36}", "36"],
    ["8\\!:\\!34 p.m.", "8 : 34 pm"],
    ["We find that $x \\lt 3$", "x \\lt 3"],
    ["2 n \\pi, any integer $n$", "2 n \\pi"],
  ])("%s → %s", (text, expected) => {
    expect(tidy(text)).toBe(expected);
  });

  it("leaves the rows of a matrix apart", () => {
    expect(tidy("\\begin{pmatrix} 1 \\\\ x \\end{pmatrix}")).toBe("\\begin{pmatrix} 1 \\\\ x \\end{pmatrix}");
  });
});

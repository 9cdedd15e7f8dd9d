import { describe, expect, it } from "vitest";
import { qwenMathGrader } from "./index.ts";

describe("the rules of the Qwen2.5-Math evaluation", () => {
  it.each([
    ["\\boxed{1} and \\boxed{\\dfrac{1}{2}}; the answer is 3", "\\frac{1}{2}", "right"],
    ["The answer is 7 apples.", "7", "right"],
    ["It costs 1,200 in all", "1200", "right"],
    ["\\boxed{0.33333}", "0.33334", "right"],
    ["\\boxed{0.3333}", "0.3334", "wrong"],
    ["\\boxed{25\\%}", "0.25", "right"],
    ["\\boxed{25}", "0.25", "right"],
    ["\\boxed{2.5}", "0.25", "wrong"],
    ["\\boxed{five}", "5", "right"],
    ["\\boxed{\\$18.90}", "18.9", "right"],
    ["\\boxed{12\\text{ cm}^2}", "12", "right"],
    ["\\boxed{\\text{(C)}}", "C", "right"],
    ["The answer is B, since A fails", "B", "wrong"],
    ["\\boxed{(1, 200)}", "(1, 2)", "right"],
    ["\\boxed{(1, 3)}", "(1, 2)", "wrong"],
    [
      "\\boxed{\\begin{pmatrix} 1 & 2 \\\\ 3 & 4.0 \\end{pmatrix}}",
      "\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}",
      "right",
    ],
    [
      "\\boxed{\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}}",
      "\\begin{pmatrix}1&2&3&4\\end{pmatrix}",
      "wrong",
    ],
  ])("reads %j against %j: %s", (output, answer, verdict) => {
    expect(qwenMathGrader.grade(output, answer).verdict).toBe(verdict);
  });

  it("finds no answer where there is no number", () => {
    expect(qwenMathGrader.grade("I do not know", "5").verdict).toBe("no-answer");
  });

  it("says when a factor of 100 was forgiven", () => {
    expect(qwenMathGrader.grade("\\boxed{25}", "0.25").how).toContain("factor of 100");
  });
});

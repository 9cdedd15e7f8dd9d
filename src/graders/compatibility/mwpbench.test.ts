import { describe, expect, it } from "vitest";
import { mwpbenchGrader } from "./mwpbench.ts";

describe("the comparison of MWPBench", () => {
  it.each([
    ["Thus \\boxed{\\dfrac{1}{2}}, which is 3", "\\frac12", "\\dfrac{1}{2}", "right"],
    ["There are 12 and then 4.50", "4.5", "4.50", "right"],
    ["We get 3/4", "0.75", "3/4", "wrong"],
    ["The answer is x+1. No: the answer is X + 2", "x+2", "x + 2", "right"],
    ["The solution is $x \\le 4$.", "x \\le 4", "$x \\le 4$", "right"],
    ["The answer is: $2$.\nQuestion: what is 3?", "$2$", "3", "wrong"],
    ["The answer is: 2x.\nThat will do", "$2x$", "2x", "right"],
    ["The answer is 10 - 4n.", "$10-4 n$", "10 - 4n", "right"],
    ["The answer is $n$.", "$10-4 n$", "$n$", "wrong"],
    ["The answer is (B).", "(B) 12", "(b)", "right"],
    ["The answer is B.", "(B) 12", "b", "wrong"],
    ["The answer is 12.", "(B) 12", "12", "wrong"],
    ["The function is not increasing", "increasing", "not increasing", "right"],
    ["The function is odd", "even", "odd", "wrong"],
    ["The answer is -2x", "2x", "-2x", "wrong"],
    ["The value is \\boxed{1,000}", "1000", "1,000", "right"],
  ])("reads %j against %j as %j: %s", (output, answer, prediction, verdict) => {
    expect(mwpbenchGrader.grade(output, answer)).toMatchObject({ prediction, verdict });
  });

  it.each([
    ["Hmm", "5"],
    ["Hmm", "x+1"],
  ])("finds no answer in %j for %j", (output, answer) => {
    expect(mwpbenchGrader.grade(output, answer)).toMatchObject({ prediction: null, verdict: "no-answer" });
  });
});

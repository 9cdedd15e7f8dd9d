import { describe, expect, it } from "vitest";
import { seiPaperGrader } from "./sei-paper.ts";

describe("the comparison of Self-Error-Instruct", () => {
  it.each([
    ["So she has 1,234,567 apples.", "1234567", "1234567", "right"],
    ["The answer is 4.5", "45", "4.5", "right"],
    ["The answer is -1", "1", "1", "right"],
    ["The answer is -0.5", "0.5", "-0.5", "right"],
    ["The answer is 5.0", "5", "5.0", "wrong"],
    ["The total is 990.00 dollars", "990", "990.00", "wrong"],
    ["Out of 10, she keeps 7", "10", "7", "wrong"],
    ["1,2,3", "123", "3", "wrong"],
    ["No number!", "no number", "No number!", "right"],
  ])("reads %j against %j as %j: %s", (output, answer, prediction, verdict) => {
    expect(seiPaperGrader.grade(output, answer)).toMatchObject({ prediction, verdict });
  });
});

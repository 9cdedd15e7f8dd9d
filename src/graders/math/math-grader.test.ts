import { describe, expect, it } from "vitest";
import { extractAnswer } from "./extract-answer.ts";
import { mathGrader } from "./index.ts";

describe("extractAnswer", () => {
  it.each([
    ["She has 3 + 4 = 7 apples.\n#### 7", "7", "answer line"],
    ["12 * 3 = 36\nA: 36", "36", "answer line"],
    ["So the answer is $1,250.50.", "1250.50", "answer phrase"],
    ["He pays 5 and gets 15 back", "15", "last number"],
    ["#### -3", "-3", "answer line"],
    ["#### 3/4", "3/4", "answer line"],
    ["#### 5\nWait.\n#### 6", "6", "answer line"],
  ])("reads %j as %s by the %s", (output, text, rule) => {
    expect(extractAnswer(output)).toEqual({ text, rule });
  });

  it("finds nothing where there is no number", () => {
    expect(extractAnswer("I cannot tell.")).toBeNull();
  });
});

describe("mathGrader", () => {
  it.each([
    ["#### 4.50", "4.5", "right"],
    ["#### 1,000", "1000", "right"],
    ["#### 0.75", "3/4", "right"],
    ["#### 4.5", "45", "wrong"],
    ["#### -1", "1", "wrong"],
    ["no idea", "1", "no-answer"],
  ])("grades %j against %s as %s", (output, reference, verdict) => {
    expect(mathGrader.grade(output, reference).verdict).toBe(verdict);
  });
});

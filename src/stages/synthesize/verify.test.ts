import { describe, expect, it } from "vitest";
import { acceptAsWritten, refuteByRecomputation, verifyByRecomputation } from "./verify.ts";

const draft = (solution: string, question = "How many?") => ({ question, solution });
const worked = "Tom has 3+4=<<3+4=7>>7 apples.\nHe sells 2 * 7 = 14.\n#### 14";

describe("acceptAsWritten", () => {
  it("takes the answer that is stated, right or wrong", () => {
    expect(acceptAsWritten(draft(worked))).toEqual({ answer: "14" });
    expect(acceptAsWritten(draft("2 + 2 = 5\n#### 6"))).toEqual({ answer: "6" });
  });

  it("takes the answer in a box, as the solutions of MATH state it", () => {
    const boxed = String.raw`The answer is a half of 3, so $\boxed{\frac{3}{2}}$.`;
    expect(acceptAsWritten(draft(boxed))).toEqual({ answer: String.raw`\frac{3}{2}` });
  });

  it.each([
    ["an empty question", draft(worked, " \n"), "malformed"],
    ["an empty solution", draft("\n"), "malformed"],
    ["no final answer", draft("Tom has 3 + 4 = 7 apples."), "answer-not-stated"],
  ])("refuses %s", (_, wrong, reason) => {
    expect(acceptAsWritten(wrong)).toMatchObject({ reason });
  });
});

describe("verifyByRecomputation", () => {
  it("accepts a solution whose every step and answer hold", () => {
    expect(verifyByRecomputation(draft(worked))).toEqual({ answer: "14" });
  });

  it.each([
    [
      "a wrong step",
      "3 + 4 = 8\n2 * 7 = 14\n#### 14",
      "arithmetic-wrong",
      '"3 + 4 = 8" states 8, computed 7',
    ],
    ["a wrong calculator mark", "It is <<3+4=8>>8.\n#### 8", "arithmetic-wrong", "states 8, computed 7"],
    [
      "another answer than the last step's",
      "3 + 4 = 7\n#### 8",
      "answer-disagrees",
      "the answer is 8, the last step gives 7",
    ],
    ["no step to recompute", "It is obvious.\n#### 7", "malformed", "no step that can be recomputed"],
    ["no final answer", "3 + 4 = 7", "answer-not-stated", "no final answer line and no box"],
  ])("refuses %s", (_, solution, reason, detail) => {
    const verification = verifyByRecomputation(draft(solution));
    expect(verification).toMatchObject({ reason, detail: expect.stringContaining(detail) });
  });
});

describe("refuteByRecomputation", () => {
  it("refuses wrong arithmetic, and nothing for want of arithmetic", () => {
    expect(refuteByRecomputation(draft("3 + 4 = 8\n#### 8"))).toMatchObject({ reason: "arithmetic-wrong" });
    expect(refuteByRecomputation(draft("It is obvious.\n#### 7"))).toEqual({ answer: "7" });
    expect(refuteByRecomputation(draft("3 + 4 = 7\n#### 8"))).toEqual({ answer: "8" });
    expect(refuteByRecomputation(draft("3 + 4 = 7"))).toMatchObject({ reason: "answer-not-stated" });
  });

  it("does not read LaTeX as arithmetic", () => {
    const solution = String.raw`We have $x^2-5=-1$ for $x = 2$, so \boxed{2}.`;
    expect(refuteByRecomputation(draft(solution))).toEqual({ answer: "2" });
  });
});

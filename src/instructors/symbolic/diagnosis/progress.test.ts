import { describe, expect, it } from "vitest";
import { progressOf } from "./progress.ts";
import { situationOf } from "./situation.ts";

function firstWrong(question: string, solution: string, answer: string, output: string): string | null {
  const situation = situationOf({
    problem: { id: "p", question, solution, answer },
    attempt: { problemId: "p", output, prediction: null, verdict: "wrong", how: "" },
  });
  const wrong = progressOf(situation).firstWrong;
  return wrong && situation.attempt.steps[wrong.step]!.text;
}

describe("progressOf", () => {
  it.each([
    ["two steps in one", "16 - 3 = 13\n13 - 4 = 9\n9 * 2 = 18", "18", "16 - 3 - 4 = 9\n9 * 2 = 18"],
    ["one step in two", "16 - 3 - 4 = 9", "9", "16 - 3 = 13\n13 - 4 = 9"],
    ["a sum of what is taken away", "60 - 15 - 25 = 20", "20", "15 + 25 = 40\n60 - 40 = 20"],
    ["another order of a product", "5 * 25 = 125\n125 * 4 = 500", "500", "25 * 4 = 100\n100 * 5 = 500"],
    ["another order of a sum", "28 + 10 = 38\n38 - 17 = 21", "21", "28 - 17 = 11\n11 + 10 = 21"],
    ["a factor taken out", "3 * 5 = 15\n4 * 5 = 20\n15 + 20 = 35", "35", "3 + 4 = 7\n7 * 5 = 35"],
    ["a sum multiplied out", "3 + 4 = 7\n7 * 5 = 35", "35", "3 * 5 = 15\n4 * 5 = 20\n15 + 20 = 35"],
    ["what remains of a percentage", "80 * 20% = 16\n80 - 16 = 64", "64", "100 - 20 = 80\n80 * 0.8 = 64"],
    ["a percentage as a decimal", "80 * 20/100 = 16", "16", "20 / 100 = 0.2\n80 * 0.2 = 16"],
    ["a fraction as a division", "60 * 1/4 = 15", "15", "60 / 4 = 15"],
    [
      "rounded decimals",
      "100 / 3 = 33.33\n33.33 * 2 = 66.67",
      "66.67",
      "100 / 3 = 33.333\n33.333 * 2 = 66.666",
    ],
    ["a step without calculation in the reference", "2x = 80\nx = 40", "40", "90 - 10 = 80\n80 / 2 = 40"],
  ])("accepts %s", (_, reference, answer, attempt) => {
    const question = "The numbers are 16, 3, 4, 2, 60, 15, 25, 5, 28, 10, 17, 100, 90, 20% and 80.";
    expect(firstWrong(question, reference, answer, attempt)).toBeNull();
  });

  it("takes no agreement by chance for a correct step", () => {
    const reference = "20 - 6 = 14\n14 / 2 = 7";
    expect(firstWrong("20, 6, 7, 2 and 2", reference, "7", "7 * 2 = 14\n14 + 2 = 16")).toBe("7 * 2 = 14");
  });

  it("judges the arithmetic alone where the reference shows no steps", () => {
    expect(firstWrong("3 and 4", "", "9", "3 + 4 = 7\n7 + 2 = 10")).toBe("7 + 2 = 10");
    expect(firstWrong("3 and 4", "", "9", "3 + 4 = 7")).toBeNull();
  });

  it("passes over a loose end beside the way to a result of the reference", () => {
    const reference = "8 * 5 = 40\n40 - 24 = 16";
    expect(firstWrong("8, 5, 4 and 24", reference, "16", "4 + 8 = 12\n8 * 5 = 40\n#### 40")).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { lineSimilarity } from "./line-similarity.ts";
import { situationOf } from "./situation.ts";

describe("lineSimilarity", () => {
  const { reference, attempt } = situationOf({
    problem: {
      id: "p",
      question: "x",
      solution: "The pears cost 3 * 4 = 12 dollars.\nThe plums cost 2 * 4 = 8 dollars.",
      answer: "8",
    },
    attempt: {
      problemId: "p",
      output: "Plums cost 2 + 4 = 6 dollars.",
      prediction: null,
      verdict: "wrong",
      how: "",
    },
  });
  const similarity = (line: number) =>
    lineSimilarity(attempt, attempt.steps[0]!, reference, reference.steps[line]!);

  it("is higher for the line about the same thing, and one for the same words", () => {
    expect(similarity(1)).toBe(1);
    expect(similarity(0)).toBeLessThan(0.5);
  });
});

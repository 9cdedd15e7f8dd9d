import { describe, expect, it } from "vitest";
import { caseOf, syntheticOf } from "../stage-context.fixture.ts";
import type { DevSet } from "./dev-set.ts";
import { scoreOf } from "./scores.ts";

const devOf = (bad: number, good: number): DevSet => ({
  bad: Array.from({ length: bad }, (_, index) => caseOf(`bad-${index}`)),
  good: Array.from({ length: good }, (_, index) => caseOf(`good-${index}`, "right")),
});

describe("scoreOf", () => {
  it("is the mean of the exact match over bad and over good cases (SEI eq. 4 and 5)", () => {
    const right = [true, false, false, false, true, true];
    expect(scoreOf(syntheticOf("p", "type"), right, devOf(4, 2))).toEqual({
      problemId: "p",
      errorTypeId: "type",
      exactMatchBad: 0.25,
      exactMatchGood: 1,
      judgedBy: "attempts",
      score: 0.625,
      evaluations: 6,
    });
  });

  it("takes how likely a case is solved where that is all that is known", () => {
    const score = scoreOf(syntheticOf("p"), [0.25, 0.75, 1], devOf(2, 1), 1);
    expect(score).toMatchObject({ exactMatchBad: 0.5, exactMatchGood: 1, score: 0.75, evaluations: 1 });
  });

  it("is zero where there is no dev case", () => {
    expect(scoreOf(syntheticOf("p"), [], devOf(0, 0))).toMatchObject({ score: 0, evaluations: 0 });
  });
});

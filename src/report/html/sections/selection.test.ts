import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binScores } from "./selection.ts";

const scored = (score: number, selected: boolean) => ({
  problemId: "p",
  errorTypeId: "t",
  exactMatchBad: score,
  exactMatchGood: score,
  judgedBy: "attempts" as const,
  score,
  evaluations: 32,
  rank: 1,
  selected,
});

describe("binScores", () => {
  it("gives every possible score between the lowest and the highest a bin of its own", () => {
    const bins = binScores({
      devSize: 4,
      scores: [scored(0.25, false), scored(0.75, true), scored(0.75, false)],
    });
    expect(bins).toEqual([
      { from: 0.125, to: 0.375, chosen: 0, other: 1 },
      { from: 0.375, to: 0.625, chosen: 0, other: 0 },
      { from: 0.625, to: 0.875, chosen: 1, other: 1 },
    ]);
  });

  it("counts every score once, in few bins", () => {
    const score = fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }), selected: fc.boolean() });
    const devSize = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(fc.array(score, { minLength: 1 }), devSize, (scores, size) => {
        const bins = binScores({
          devSize: size,
          scores: scores.map(({ share, selected }) => scored(share, selected)),
        });
        const total = bins.reduce((sum, { chosen, other }) => sum + chosen + other, 0);
        expect(total).toBe(scores.length);
        expect(bins.length).toBeLessThanOrEqual(32);
      }),
    );
  });
});

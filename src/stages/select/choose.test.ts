import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ChoiceSettings, choose } from "./choose.ts";
import type { Scored } from "./scores.ts";

const scored = (problemId: string, score: number, more: Partial<Scored> = {}): Scored => ({
  problemId,
  errorTypeId: "type",
  exactMatchBad: 0,
  exactMatchGood: 0,
  score,
  evaluations: 2,
  ...more,
});
const ofTogether = (keep: number): ChoiceSettings => ({ keep, quota: "none" });
const ofEachType = (keep: number): ChoiceSettings => ({ keep, quota: "per-type" });
const selectedIds = (candidates: readonly Scored[], settings: ChoiceSettings) =>
  choose(candidates, settings)
    .filter(({ selected }) => selected)
    .map(({ problemId }) => problemId);

const candidates = fc
  .uniqueArray(
    fc.record({
      id: fc.nat(1000),
      type: fc.constantFrom("a", "b", "c"),
      bad: fc.integer({ min: 0, max: 3 }),
      good: fc.integer({ min: 0, max: 3 }),
    }),
    { selector: ({ id }) => id },
  )
  .map((rows) =>
    rows.map(({ id, type, bad, good }) =>
      scored(String(id), (bad + good) / 6, {
        errorTypeId: type,
        exactMatchBad: bad / 3,
        exactMatchGood: good / 3,
      }),
    ),
  );
const shares = fc.double({ min: 0.01, max: 1, noNaN: true });

describe("choose", () => {
  it("ranks by score and keeps the best share", () => {
    const rows = choose([scored("low", 0.1), scored("high", 0.9), scored("middle", 0.5)], ofTogether(0.67));
    expect(rows.map(({ problemId, rank, selected }) => [problemId, rank, selected])).toEqual([
      ["high", 1, true],
      ["middle", 2, true],
      ["low", 3, false],
    ]);
  });

  it("gives ties to the candidate that solves more bad cases", () => {
    const tied = [scored("good", 0.5, { exactMatchGood: 1 }), scored("bad", 0.5, { exactMatchBad: 1 })];
    expect(selectedIds(tied, ofTogether(0.5))).toEqual(["bad"]);
  });

  it("breaks full ties the same way whatever the order, and not by the order of the ids", () => {
    const ids = Array.from({ length: 40 }, (_, index) => String(index).padStart(2, "0"));
    const tied = ids.map((id) => scored(id, 0.5));
    const chosen = selectedIds(tied, ofTogether(0.25));
    expect(selectedIds(tied.toReversed(), ofTogether(0.25))).toEqual(chosen);
    expect(chosen.toSorted()).not.toEqual(ids.slice(0, 10));
  });

  it("keeps at least one, unless there is none", () => {
    expect(selectedIds([scored("a", 0), scored("b", 0.1)], ofTogether(0.01))).toEqual(["b"]);
    expect(choose([], ofTogether(0.5))).toEqual([]);
  });

  it("keeps whole shares whole, though their product is a hair less", () => {
    const hundred = Array.from({ length: 100 }, (_, index) => scored(String(index), 0));
    for (const percent of [7, 28, 29, 55, 56, 57, 58]) {
      expect(selectedIds(hundred, ofTogether(percent / 100))).toHaveLength(percent);
    }
  });

  it("keeps the share of every type, where a type with low scores would get nothing otherwise", () => {
    const strong = ["a1", "a2", "a3", "a4"].map((id) => scored(id, 0.9, { errorTypeId: "a" }));
    const weak = ["b1", "b2", "b3", "b4"].map((id, index) => scored(id, index / 10, { errorTypeId: "b" }));
    expect(selectedIds([...strong, ...weak], ofTogether(0.5)).toSorted()).toEqual(["a1", "a2", "a3", "a4"]);
    const perType = selectedIds([...strong, ...weak], ofEachType(0.5));
    expect(perType.filter((id) => id.startsWith("a"))).toHaveLength(2);
    expect(perType.filter((id) => id.startsWith("b"))).toEqual(["b4", "b3"]);
  });

  it("keeps as many either way, the best of each type, and every type within one of its share", () => {
    fc.assert(
      fc.property(candidates, shares, (rows, keep) => {
        const together = selectedIds(rows, ofTogether(keep));
        const chosen = choose(rows, ofEachType(keep));
        const perType = chosen.filter(({ selected }) => selected);
        expect(perType.length).toBe(together.length);
        for (const type of ["a", "b", "c"]) {
          const ofType = chosen.filter(({ errorTypeId }) => errorTypeId === type);
          const kept = ofType.filter(({ selected }) => selected);
          expect(ofType.slice(0, kept.length)).toEqual(kept);
          const exact = (perType.length * ofType.length) / Math.max(1, rows.length);
          expect(Math.abs(kept.length - exact)).toBeLessThan(1);
        }
      }),
    );
  });

  it("decides the same whatever the order of the candidates", () => {
    fc.assert(
      fc.property(
        candidates,
        shares,
        fc.constantFrom("per-type" as const, "none" as const),
        (rows, keep, quota) => {
          expect(choose(rows.toReversed(), { keep, quota })).toEqual(choose(rows, { keep, quota }));
        },
      ),
    );
  });

  it("loses no candidate and numbers the ranks from one", () => {
    fc.assert(
      fc.property(candidates, shares, (rows, keep) => {
        const chosen = choose(rows, ofEachType(keep));
        expect(chosen.map(({ rank }) => rank)).toEqual(rows.map((_, index) => index + 1));
        expect(chosen.map(({ problemId }) => problemId).sort()).toEqual(
          rows.map((row) => row.problemId).sort(),
        );
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { proportion } from "../../foundation/statistics.ts";
import { differenceOverSeeds, shareOverSeeds } from "./over-seeds.ts";

const solved = (row: string) => [...row].map((letter) => letter === "+");

describe("outcomes over seeds", () => {
  it("are those of one seed where there is one, or where all give the same", () => {
    const row = solved("++-+--+++-");
    expect(shareOverSeeds([row])).toEqual(proportion(6, 10));
    expect(shareOverSeeds([row, row])).toEqual(proportion(6, 10));
    const [before, after] = [solved("+---------"), solved("++++++++--")];
    const one = differenceOverSeeds([before], [after]);
    expect(one).toMatchObject({ value: 0.7, pValue: expect.closeTo(2 / 2 ** 7, 10) });
    expect(differenceOverSeeds([before, before], [after, after])).toEqual(one);
  });

  it("are means, with intervals that stay among shares", () => {
    const share = shareOverSeeds([solved("+++-"), solved("++++")]);
    expect(share.value).toBe(7 / 8);
    expect(share.interval.high).toBe(1);
    const difference = differenceOverSeeds(
      [solved("---+"), solved("----")],
      [solved("++++"), solved("++-+")],
    );
    expect(difference.value).toBe(6 / 8);
    expect(difference.interval.high).toBe(1);
  });

  it("do not count a problem that every seed solves as several problems", () => {
    const before = Array.from({ length: 3 }, () => solved("----++++"));
    const after = Array.from({ length: 3 }, () => solved("++--++++"));
    // Pooled, six changes to the better and none to the worse would be significant: p = 2 / 2 ** 6 = 0.03.
    expect(differenceOverSeeds(before, after).pValue).toBeCloseTo(0.5, 10);
  });

  it("do not take what seeds gain and lose by chance for a gain", () => {
    const before = ["-----+++++", "-----+++++", "-----+++++"].map(solved);
    const after = ["++++++++++", "-----+++++", "-----+---+"].map(solved);
    expect(differenceOverSeeds(before, after).pValue).toBeGreaterThan(0.5);
  });
});

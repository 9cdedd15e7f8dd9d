import { describe, expect, it } from "vitest";
import { createRandom } from "../../../../foundation/random.ts";
import { fitAbilities, logistic } from "./abilities.ts";
import { emptyTable, noteTrial, tableOf } from "./trial-table.ts";

/** Candidates of known ability before dev problems of known ease, all of them tried. */
function drawTable(abilities: readonly number[], easiness: readonly number[], seed = "draw") {
  const { next } = createRandom(seed);
  return tableOf(
    abilities.map((ability) => easiness.map((ease) => next() < logistic(ability + ease))),
    easiness.length,
  );
}
const evenly = (count: number, from: number, to: number) =>
  Array.from({ length: count }, (_, index) => from + ((to - from) * index) / (count - 1));

describe("fitAbilities", () => {
  it("finds abilities, easiness and the spread of the abilities again", () => {
    const abilities = evenly(300, -1, 1);
    const fitted = fitAbilities(drawTable(abilities, evenly(60, -2, 2)));
    const misses = fitted.abilities.map(({ mean, variance }, index) => {
      return (mean - abilities[index]!) / Math.sqrt(variance);
    });
    expect(misses.filter((miss) => Math.abs(miss) < 2).length).toBeGreaterThan(300 * 0.9);
    expect(fitted.spread).toBeGreaterThan(0.25);
    expect(fitted.spread).toBeLessThan(0.42);
    expect(fitted.easiness[0]).toBeCloseTo(-2, 0);
    expect(fitted.easiness[59]).toBeCloseTo(2, 0);
  });

  it("finds next to no spread where there is none", () => {
    const alike = Array.from({ length: 300 }, () => 0);
    expect(fitAbilities(drawTable(alike, evenly(60, -2, 2))).spread).toBeLessThan(0.03);
  });

  it("compares candidates that were tried on different dev problems", () => {
    // Three dev problems are solved by nearly everybody, three by nearly nobody.
    const table = emptyTable(42, 6);
    for (let candidate = 0; candidate < 40; candidate++) {
      for (let dev = 0; dev < 6; dev++)
        noteTrial(table, candidate, dev, dev < 3 ? candidate > 3 : candidate < 4);
    }
    for (const dev of [0, 1, 2]) noteTrial(table, 40, dev, dev > 0);
    for (const dev of [3, 4, 5]) noteTrial(table, 41, dev, dev > 4);
    const { abilities } = fitAbilities(table);
    // Two of the easy ones are less than one of the hard ones.
    expect(abilities[41]!.mean).toBeGreaterThan(abilities[40]!.mean);
  });

  it("knows nothing of candidates that were not tried", () => {
    const { abilities } = fitAbilities(emptyTable(3, 4));
    expect(abilities.map(({ mean }) => mean)).toEqual([0, 0, 0]);
  });
});

import { describe, expect, it } from "vitest";
import { createRandom, type Random } from "../../foundation/random.ts";
import { mean } from "../../foundation/statistics.ts";
import { crossedMean } from "./crossed-mean.ts";
import { studentTCriticalValue } from "./student-t.ts";

/** By Box and Muller. */
const normal = (random: Random) =>
  Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());

/** A table of true mean zero, in which seeds, problems and the rest each vary by so much. */
function drawTable(random: Random, deviations: { seeds: number; problems: number }): number[][] {
  const ofProblem = Array.from({ length: 60 }, () => deviations.problems * normal(random));
  return Array.from({ length: 3 }, () => {
    const ofSeed = deviations.seeds * normal(random);
    return ofProblem.map((each) => each + ofSeed + normal(random));
  });
}

/** How many of 1,000 tables without an effect seem to have one. */
function falseFindings(deviations: { seeds: number; problems: number }): number {
  const random = createRandom(JSON.stringify(deviations));
  return Array.from({ length: 1_000 }, () => crossedMean(drawTable(random, deviations))).filter(
    ({ pValue }) => pValue < 0.05,
  ).length;
}

describe("the mean over seeds and problems", () => {
  it("is that of a paired t-test over problems where seeds give nearly the same", () => {
    const row = [1, 0, 0, 1, -1, 0, 1, 0, 0, 1];
    const { value, interval } = crossedMean([row, row]);
    const spread = Math.sqrt(row.reduce((sum, each) => sum + (each - mean(row)) ** 2, 0) / 9);
    expect(value).toBeCloseTo(0.3, 10);
    expect(interval.high - value).toBeCloseTo((studentTCriticalValue(9) * spread) / Math.sqrt(10), 10);
  });

  it("is that of a t-test over seeds where problems give the same", () => {
    const rows = [2, 4, 3].map((value) => Array.from({ length: 5 }, () => value));
    const { value, interval } = crossedMean(rows);
    expect(value).toBe(3);
    expect(interval.high - value).toBeCloseTo(studentTCriticalValue(2) / Math.sqrt(3), 10);
  });

  it.each([
    { seeds: 0, problems: 0 },
    { seeds: 0, problems: 2 },
    { seeds: 0.2, problems: 0.5 },
    { seeds: 1, problems: 1 },
  ])("finds an effect where there is none about once in twenty times, with deviations %o", (deviations) => {
    const found = falseFindings(deviations);
    expect(found).toBeGreaterThan(5);
    expect(found).toBeLessThan(90);
  });

  it("finds an effect that is there", () => {
    const random = createRandom("effect");
    const table = drawTable(random, { seeds: 0.05, problems: 1 }).map((row) => row.map((each) => each + 1));
    const { interval, pValue } = crossedMean(table);
    expect(pValue).toBeLessThan(0.001);
    expect(interval.low).toBeGreaterThan(0.4);
  });

  it("says nothing of other problems by one", () => {
    expect(crossedMean([[1], [0]])).toMatchObject({ value: 0.5, pValue: 1 });
    expect(() => crossedMean([[1, 0]])).toThrow(RangeError);
  });
});

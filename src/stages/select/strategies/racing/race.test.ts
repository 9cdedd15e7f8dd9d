import { describe, expect, it } from "vitest";
import { createRandom } from "../../../../foundation/random.ts";
import { logistic } from "./abilities.ts";
import { type MakeTrials, type RaceSettings, race } from "./race.ts";
import { countTrials } from "./trial-table.ts";

const settings: RaceSettings = {
  candidates: 120,
  devProblems: 40,
  pools: [{ candidates: Array.from({ length: 120 }, (_, index) => index), keep: 12 }],
  evaluations: 0.25,
  seed: "race",
  error: 0,
};

/** The first twelve candidates help, the others do not; notes what is asked. */
function drawnTrials() {
  const { next } = createRandom("answers");
  const results = Array.from({ length: 120 }, (_, candidate) =>
    Array.from({ length: 40 }, (_, dev) => next() < logistic((candidate < 12 ? 2 : 0) + (dev - 20) / 10)),
  );
  const asked: string[] = [];
  const makeTrials: MakeTrials = async (planned) =>
    planned.map(({ candidate, devProblems }) =>
      devProblems.map((dev) => {
        asked.push(`${candidate} ${dev}`);
        return results[candidate]![dev]!;
      }),
    );
  return { makeTrials, asked };
}
const likeliest = (chances: readonly number[]) =>
  [...chances.keys()].sort((a, b) => chances[b]! - chances[a]!).slice(0, 12);

describe("race", () => {
  it("finds most of the best with a quarter of all trials, and makes none twice", async () => {
    const { makeTrials, asked } = drawnTrials();
    const { table, chances } = await race(settings, makeTrials);
    expect(countTrials(table)).toBeLessThanOrEqual(0.25 * 120 * 40);
    expect(new Set(asked).size).toBe(asked.length);
    expect(likeliest(chances).filter((candidate) => candidate < 12).length).toBeGreaterThanOrEqual(10);
  });

  it("spends more on the candidates that are in doubt", async () => {
    const { makeTrials, asked } = drawnTrials();
    await race(settings, makeTrials);
    const trialsOf = (from: number, to: number) =>
      asked
        .map((pair) => Number.parseInt(pair, 10))
        .filter((candidate) => candidate >= from && candidate < to).length /
      (to - from);
    expect(trialsOf(0, 12)).toBeGreaterThan(1.5 * trialsOf(12, 120));
  });

  it("ends early where the best are certain enough", async () => {
    const { makeTrials, asked } = drawnTrials();
    await race({ ...settings, evaluations: 1, error: 0.3 }, makeTrials);
    expect(asked.length).toBeLessThan(0.5 * 120 * 40);
  });

  it("makes every trial where all are paid for, and asks no more for a candidate that cannot be tried", async () => {
    const { makeTrials, asked } = drawnTrials();
    const { lost } = await race({ ...settings, evaluations: 1 }, async (planned, round) => {
      const results = await makeTrials(planned, round);
      return results.map((result, index) => (planned[index]!.candidate === 5 ? null : result));
    });
    expect([...lost]).toEqual([5]);
    expect(new Set(asked.filter((pair) => pair.startsWith("5 "))).size).toBeLessThan(40);
  });

  it("has nothing to ask without candidates or without dev problems", async () => {
    const never: MakeTrials = async (planned) => planned.map(() => []);
    for (const empty of [{ candidates: 0, pools: [{ candidates: [], keep: 0 }] }, { devProblems: 0 }]) {
      const { table } = await race({ ...settings, ...empty }, never);
      expect(countTrials(table)).toBe(0);
    }
  });
});

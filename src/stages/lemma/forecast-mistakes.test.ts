import { describe, expect, it } from "vitest";
import { createRandom } from "../../foundation/random.ts";
import { expectedSpecimens } from "./forecast-mistakes.ts";

const rates = {
  wrongAnswers: 0,
  distinctKeyphrases: 0,
  errorTypes: 0,
  novelDrafts: 0,
  soundDrafts: 0,
  agreement: 0,
  wrongInjections: 0.8,
  foundLabels: 0.5,
  rightCorrections: 0,
};

/** Tries as the stage does, with a coin for every injection and another for every analysis. */
function simulate(available: number, { problems, tries }: { problems: number; tries: number }) {
  const random = createRandom("coins");
  const counts = { injections: 0, analyses: 0, made: 0 };
  const isMade = (): boolean => {
    counts.injections += 1;
    if (random.next() >= rates.wrongInjections) return false;
    counts.analyses += 1;
    return random.next() < rates.foundLabels;
  };
  for (let taken = 0; taken < available && counts.made < problems; taken++) {
    if (Array.from({ length: tries }).some(isMade)) counts.made += 1;
  }
  return counts;
}

describe("expectedSpecimens", () => {
  it.each([
    ["as many as are asked for, where there are enough problems", 10_000, { problems: 2_000, tries: 4 }],
    ["fewer, where problems run out", 2_000, { problems: 2_000, tries: 2 }],
  ])("counts the tries it takes to make %s", (_, available, asked) => {
    const { calls, rows } = expectedSpecimens({ rows: available }, asked, rates);
    const { injections, analyses, made } = simulate(available, asked);
    const counts = [...calls.map(({ count }) => count), rows];
    for (const [index, count] of [injections, analyses, made].entries()) {
      expect(counts[index]! / count).toBeGreaterThan(0.95);
      expect(counts[index]! / count).toBeLessThan(1.05);
    }
  });

  it("takes one call of each kind for a mistake, where every try is of use", () => {
    const sure = { ...rates, wrongInjections: 1, foundLabels: 1 };
    const { calls, rows } = expectedSpecimens({ rows: 50 }, { problems: 20, tries: 4 }, sure);
    expect([...calls.map(({ count }) => count), rows]).toEqual([20, 20, 20]);
  });

  it("gives up after all tries, where none is of use", () => {
    const { calls, rows } = expectedSpecimens(
      { rows: 5 },
      { problems: 20, tries: 4 },
      { ...rates, wrongInjections: 0 },
    );
    expect([...calls.map(({ count }) => count), rows]).toEqual([20, 0, 0]);
  });
});

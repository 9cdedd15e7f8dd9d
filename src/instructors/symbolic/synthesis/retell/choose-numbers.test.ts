import { describe, expect, it } from "vitest";
import { createRandom } from "../../../../foundation/random.ts";
import type { CalculationGraph, StoryNumber, Term } from "../chain/calculation.ts";
import { chooseNumbers } from "./choose-numbers.ts";
import { type Bounds, emptyState, type StoryState } from "./story.ts";
import { percents, range } from "./value.ts";

const count: StoryNumber = { form: "count", constant: null };
const number = (index: number): Term => ({ kind: "number", number: index });
const whole: Bounds = { least: 2, most: 100, cents: false };
const seeds = Array.from({ length: 40 }, (_, seed) => String(seed));

function quotient(state: Partial<StoryState>): { graph: CalculationGraph; state: StoryState } {
  const graph: CalculationGraph = {
    numbers: [count, count],
    calculations: [{ kind: "quotient", operands: [number(0), number(1)] }],
  };
  const choices = new Map([
    [0, range(20, 90)],
    [1, range(2, 9)],
  ]);
  return { graph, state: { ...emptyState, choices, bounds: new Map([[0, whole]]), ...state } };
}

describe("chooseNumbers", () => {
  it("makes divisions come out even and keeps to choices and bounds", () => {
    const { graph, state } = quotient({});
    for (const seed of seeds) {
      const values = chooseNumbers(graph, state, createRandom(seed))!;
      const [dividend, divisor, result] = ["number 0", "number 1", "result 0"].map((key) =>
        values.get(key),
      ) as number[];
      expect(dividend! / divisor!).toBe(result);
      expect(Number.isInteger(result)).toBe(true);
      expect(range(20, 90)).toContain(dividend);
      expect(result).toBeGreaterThanOrEqual(2);
    }
  });

  it("obeys conditions", () => {
    const { graph, state } = quotient({ conditions: [(numberOf) => numberOf(number(0)) > 60] });
    for (const seed of seeds) {
      const dividend = chooseNumbers(graph, state, createRandom(seed))?.get("number 0");
      if (dividend !== undefined) expect(dividend).toBeGreaterThan(60);
    }
  });

  it("gives up where no numbers fit", () => {
    const { graph, state } = quotient({
      choices: new Map([
        [0, [7]],
        [1, [2]],
      ]),
    });
    expect(chooseNumbers(graph, state, createRandom("x"))).toBeNull();
  });

  it("takes percentages that leave whole amounts", () => {
    const graph: CalculationGraph = {
      numbers: [{ form: "percent", constant: null }, count],
      calculations: [{ kind: "share", operands: [number(0), number(1)] }],
    };
    const choices = new Map<number, StoryState["choices"] extends ReadonlyMap<number, infer T> ? T : never>([
      [0, percents],
      [1, range(20, 90)],
    ]);
    const state = { ...emptyState, choices, bounds: new Map([[0, whole]]) };
    for (const seed of seeds) {
      const values = chooseNumbers(graph, state, createRandom(seed))!;
      expect(Number.isInteger(values.get("result 0"))).toBe(true);
    }
  });
});

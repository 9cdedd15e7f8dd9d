import { describe, expect, it } from "vitest";
import { outcomeOf } from "./outcomes.fixture.ts";
import { resultsOf } from "./results.ts";

const experiment = { name: "toy", variations: ["first", "second", "third"], planned: 6 };

describe("the results of an experiment", () => {
  it("compare variations with the first, with the same seeds on the same problems", () => {
    const { scores } = resultsOf(experiment, [
      outcomeOf("first", "1", { b: "+---" }),
      outcomeOf("second", "1", { b: "+++-" }),
      outcomeOf("first", "2", { b: "++--" }),
      outcomeOf("second", "2", { b: "++++" }),
      outcomeOf("second", "3", { b: "+---" }),
    ]);
    const [first, second] = scores;
    expect(first).toMatchObject({ before: 0.25, after: { value: 0.375 }, margin: null, seeds: ["1", "2"] });
    expect(second).toMatchObject({ problems: 4, seeds: ["1", "2", "3"], after: { value: 2 / 3 } });
    // The third seed has no partner.
    expect(second?.margin).toMatchObject({ value: 0.5, seeds: ["1", "2"] });
  });

  it("leave out problems that not all cells attempted", () => {
    const { scores } = resultsOf(experiment, [
      outcomeOf("first", "1", { b: "+-" }),
      outcomeOf("second", "1", { b: "+++-" }),
    ]);
    expect(scores[1]).toMatchObject({ problems: 4, after: { value: 0.75 }, margin: { value: 0.5 } });
  });

  it("correct the p-values of all comparisons together", () => {
    const [none, all] = ["-".repeat(20), "+".repeat(20)];
    const { scores } = resultsOf(experiment, [
      outcomeOf("first", "1", { a: none, b: none }),
      outcomeOf("second", "1", { a: all, b: none }),
      outcomeOf("third", "1", { a: none, b: all }),
    ]);
    const margins = scores.flatMap(({ margin }) => margin ?? []);
    expect(margins.map(({ adjustedPValue, pValue }) => adjustedPValue / pValue)).toEqual([
      expect.closeTo(4, 8),
      1,
      1,
      expect.closeTo(4, 8),
    ]);
  });

  it("say what a cell of each variation took, on average", () => {
    const { costs, cells } = resultsOf(experiment, [
      outcomeOf("first", "1", { b: "+" }),
      outcomeOf("first", "2", { b: "+" }, { calls: 40, cost: null, examples: null }),
    ]);
    expect(cells).toMatchObject({ planned: 6, finished: [{}, {}] });
    expect(costs).toEqual([expect.objectContaining({ cells: 2, calls: 30, cost: null, examples: 6 })]);
  });
});

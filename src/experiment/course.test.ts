import { describe, expect, it } from "vitest";
import { consoleText } from "./console-text.ts";
import { iterationTable, lossTable } from "./course-tables.ts";
import { lossesCsv } from "./loss-csv.ts";
import { resultsMarkdown } from "./markdown.ts";
import { iterationOf, outcomeOf } from "./outcomes.fixture.ts";
import { resultsOf } from "./results.ts";

const cell = (seed: string, iterations: ReturnType<typeof iterationOf>[]) =>
  outcomeOf("only", seed, { b: "+" }, { iterations });
const finished = [
  cell("1", [
    iterationOf(1, { b: "+---" }, { losses: [3, 1, 0.5, 0.5], heldOut: [2, 1, 1.5] }),
    iterationOf(2, { b: "+++-" }, { losses: [1, 1], heldOut: [1.5, 1] }),
  ]),
  cell("2", [
    iterationOf(1, { b: "--+-" }, { losses: [1, 1, 0.5, 0.5], heldOut: [1, 1, 0.5] }),
    iterationOf(2, { b: "++++" }),
  ]),
];
const results = resultsOf({ name: "toy", variations: ["only"], planned: 2 }, finished);

describe("the course of an experiment", () => {
  it("tells what every iteration mends and breaks of what the base model does", () => {
    const [first, second, ...others] = results.iterations;
    expect(others).toEqual([]);
    // The base model solves the first problem alone.
    expect(first).toMatchObject({ iteration: 1, benchmark: "b", seeds: 2, problems: 4 });
    expect(first?.after.value).toBeCloseTo(2 / 8);
    expect(first?.fixed?.value).toBeCloseTo(1 / 6);
    expect(first?.broken?.value).toBeCloseTo(1 / 2);
    expect(second?.fixed?.value).toBeCloseTo(5 / 6);
    expect(second?.broken).toMatchObject({ value: 0 });
    expect(iterationTable(results.iterations).rows[1]).toEqual(
      expect.arrayContaining(["b", "only", "2", "87.5%", "83.3%", "0.0%"]),
    );
    expect(consoleText(results)).toMatch(/b +only +2 +2 +4 +87\.5%/);
  });

  it("tells seed problems apart from benchmarks, and has no share of nothing", () => {
    const onlyRight = iterationOf(1, {}, { seedProblems: "-" });
    const { iterations } = resultsOf({ name: "toy", variations: ["only"], planned: 1 }, [
      cell("1", [onlyRight]),
    ]);
    expect(iterations).toMatchObject([{ benchmark: null, fixed: null, broken: { value: 1 } }]);
    expect(iterationTable(iterations).rows[0]?.[0]).toBe("seed problems");
  });

  it("has the losses of every epoch as means over seeds, on one scale", () => {
    expect(results.lossCurves).toEqual([
      {
        ...{ variation: "only", iteration: 1, seeds: 2, examples: 3 },
        ...{ training: [1.5, 0.5], heldOut: [1.5, 1, 1] },
      },
      { variation: "only", iteration: 2, seeds: 1, examples: 3, training: [1], heldOut: [1.5, 1] },
    ]);
    expect(lossTable(results.lossCurves).rows[0]).toEqual([
      ...["only", "1", "2", "3", "1.500", "0.500", "█▁"],
      ...["1.500", "1.000", "1.000", "█▆▆"],
    ]);
    expect(resultsMarkdown(results)).toContain("| only | 1 | 2 | 3 | 1.500 | 0.500 | █▁ |");
  });

  it("writes every loss in CSV", () => {
    const [titles, ...rows] = lossesCsv(finished)!.trim().split("\n");
    expect(titles).toBe("variation,seed,iteration,curve,step,loss");
    expect(rows).toHaveLength(7 + 4 + 7);
    expect(rows[3]).toBe("only,1,1,training,4,0.5");
    expect(rows[4]).toBe("only,1,1,held-out,0,2");
    expect(lossesCsv([outcomeOf("only", "1", { b: "+" })])).toBeNull();
  });
});

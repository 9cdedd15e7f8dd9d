import { describe, expect, it } from "vitest";
import { proportion } from "../foundation/statistics.ts";
import { findFailureSigns } from "./failure-signs.ts";
import { sampleReportData } from "./sample.fixture.ts";
import { buildSummary } from "./summary/build-summary.ts";

const data = sampleReportData();
const { arms, domains, margins, errorTypes, selections } = buildSummary(data);
const healthy = { arms, domains, margins, errorTypes, selections, stages: data.stages };
const messages = (change: Partial<typeof healthy>) =>
  findFailureSigns({ ...healthy, ...change }).map(({ message }) => message);

describe("findFailureSigns", () => {
  it("finds none in a healthy run, nor in an empty one", () => {
    expect(messages({})).toEqual([]);
    expect(
      messages({ arms: [], domains: [], margins: [], errorTypes: [], selections: [], stages: [] }),
    ).toEqual([]);
  });

  it("sees items that a stage does not account for", () => {
    const [first, ...rest] = healthy.stages;
    expect(messages({ stages: [{ ...first!, done: first!.done - 2 }, ...rest] })).toEqual([
      "Stage attempt of iteration 1 (method) does not account for 2 items.",
    ]);
  });

  it("sees budgets that are not equal", () => {
    const unequal = arms.map((arm) => (arm.role === "untargeted" ? { ...arm, trainingExamples: 100 } : arm));
    expect(messages({ arms: unequal })).toEqual([
      "The arm “untargeted” trained on 100 examples, the method on 120: their budgets are not equal.",
    ]);
  });

  it("does not count the examples of an arm that has as much text as the method", () => {
    const asMuchText = arms.map((arm) =>
      arm.role === "untargeted" ? { ...arm, trainingExamples: 300, equalIn: "text" as const } : arm,
    );
    expect(messages({ arms: asMuchText })).toEqual([]);
  });

  it("sees a fix rate that levels off", () => {
    const level = domains.map((result) => ({
      ...result,
      comparison: { ...result.comparison, fixRate: proportion(40, 100) },
    }));
    expect(messages({ domains: level })).toEqual([
      "The fix rate is levelling off: 40.0% after iteration 1, 40.0% after iteration 2.",
    ]);
  });

  it("sees a dev set too small to tell candidates apart", () => {
    const tied = { ...selections[0]!, cutOff: { score: 0.5, candidates: 90, selected: 40 } };
    expect(messages({ selections: [tied] })).toEqual([
      "The dev set of 32 problems is too small for the selection of iteration 1 (method): 40 of the 60 selected problems share the lowest selected score with 50 problems left out.",
    ]);
  });

  it("sees a selection that gains on the dev set alone", () => {
    const behind = margins.map((margin) => ({
      ...margin,
      comparison: { ...margin.comparison, gain: { value: -0.012, interval: { low: -0.05, high: 0.03 } } },
    }));
    expect(messages({ margins: behind })).toHaveLength(1);
    expect(messages({ margins: behind })[0]).toContain("no better than on a random choice: −1.2 points");
  });

  it("sees a novelty filter that drops most of what is made", () => {
    const stages = healthy.stages.map((stage) =>
      stage.stage === "synthesize"
        ? { ...stage, done: 60, notDone: { "not-novel-in-pool": 90, "not-novel-among-kept": 110 } }
        : stage,
    );
    expect(messages({ stages })).toEqual([
      "The novelty filter dropped 200 of 260 proposed problems in iteration 1.",
      "The novelty filter dropped 200 of 260 proposed problems in iteration 2.",
    ]);
  });

  it("sees too few and too many error types", () => {
    const types = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ ...errorTypes[0]!, id: `type-${index}` }));
    expect(messages({ errorTypes: types(1) })).toEqual([
      "Iteration 1 has 1 error type: too few to aim at anything.",
    ]);
    expect(messages({ errorTypes: types(21) })).toEqual([
      "Iteration 1 has 21 error types: too many for their quotas to teach anything.",
    ]);
    expect(messages({ errorTypes: types(20) })).toEqual([]);
  });

  it("says what to do about every sign", () => {
    const signs = findFailureSigns({ ...healthy, errorTypes: errorTypes.slice(0, 1), selections: [] });
    expect(signs.every(({ advice }) => advice.endsWith("."))).toBe(true);
    expect(signs).toHaveLength(1);
  });
});

import { describe, expect, it } from "vitest";
import type { Attempt } from "../../domain/attempt.ts";
import { ReportData } from "../report-data.ts";
import { emptyReportData, sampleReportData } from "../sample.fixture.ts";
import { buildSummary, summaryJson } from "./build-summary.ts";

const attempts = (verdicts: string): Attempt[] =>
  [...verdicts].map((letter, index) => ({
    problemId: `p${index}`,
    output: "",
    prediction: null,
    verdict: letter === "r" ? "right" : "wrong",
    how: "",
  }));

/** Six problems of two skills; the last was never attempted after training. */
function smallData(): ReportData {
  const problems = ["rate", "rate", "rate", "age", "age", "age"].map((skill, index) => ({
    id: `p${index}`,
    question: "?",
    solution: "",
    answer: "1",
    skill,
    errorTypeIds: index < 2 ? ["slip"] : [],
  }));
  const arm = (id: string, role: "method" | "untargeted") => ({ id, role, title: id, explanation: "" });
  return {
    ...emptyReportData(),
    arms: [arm("sei", "method"), arm("control", "untargeted")],
    benchmarks: [{ id: "test", title: "test", domain: "in-domain", problems }],
    baseEvaluations: [{ benchmarkId: "test", attempts: attempts("wwrrww") }],
    evaluations: [
      { armId: "control", iteration: 1, benchmarkId: "test", attempts: attempts("rwrrww") },
      { armId: "sei", iteration: 2, benchmarkId: "test", attempts: attempts("rrwrr") },
      { armId: "sei", iteration: 1, benchmarkId: "test", attempts: attempts("wrrrw") },
    ],
  };
}

describe("buildSummary", () => {
  it("compares every arm after every iteration with the base model, on the problems both attempted", () => {
    const { results } = buildSummary(smallData());
    expect(results.map(({ armId, iteration }) => [armId, iteration])).toEqual([
      ["sei", 1],
      ["sei", 2],
      ["control", 1],
    ]);
    const { overall } = results[1]!;
    expect(overall).toMatchObject({
      n: 5,
      before: { count: 2, n: 5 },
      after: { count: 4, n: 5 },
      gain: { value: 0.4 },
      pValue: 0.625,
      fixRate: { count: 3, n: 3 },
      regressionRate: { count: 1, n: 2 },
    });
  });

  it("breaks results down by skill and by error type", () => {
    const { skills, errorTypes } = buildSummary(smallData()).results[1]!;
    expect(skills.map(({ skill, n, gain }) => [skill, n, gain.value])).toEqual([
      ["age", 2, 0.5],
      ["rate", 3, 1 / 3],
    ]);
    expect(
      errorTypes.map(({ errorTypeId, n, before, after }) => [errorTypeId, n, before.count, after.count]),
    ).toEqual([["slip", 2, 0, 2]]);
  });

  it("counts the mistakes of every model by their kind", () => {
    expect(buildSummary(sampleReportData()).mistakes).toEqual([
      { armId: null, iteration: 0, labels: { operator_error: 1, missing_step: 1 } },
      { armId: "method", iteration: 1, labels: { operator_error: 1 } },
      { armId: "method", iteration: 2, labels: { missing_step: 1 } },
    ]);
  });

  it("has no fix rate where nothing was wrong", () => {
    const data = smallData();
    const { results } = buildSummary({
      ...data,
      baseEvaluations: [{ benchmarkId: "test", attempts: attempts("rrrrr") }],
    });
    expect(results[0]!.overall.fixRate).toBeNull();
    expect(results[0]!.overall.regressionRate).toMatchObject({ count: 2, n: 5 });
  });

  it("compares the method with each control after the last iteration of both", () => {
    const { margins } = buildSummary(smallData());
    expect(margins).toHaveLength(1);
    expect(margins[0]).toMatchObject({
      controlId: "control",
      domain: "in-domain",
      comparison: { n: 5, before: { count: 3 }, after: { count: 4 } },
    });
  });

  it("takes the benchmarks of a domain together", () => {
    const data = smallData();
    const second = { ...data.benchmarks[0]!, id: "second" };
    const twice = <T extends { benchmarkId: string }>(list: T[]): T[] =>
      list.flatMap((entry) => [entry, { ...entry, benchmarkId: "second" }]);
    const { domains, results } = buildSummary({
      ...data,
      benchmarks: [...data.benchmarks, second],
      baseEvaluations: twice(data.baseEvaluations),
      evaluations: twice(data.evaluations),
    });
    expect(results).toHaveLength(6);
    expect(domains.map(({ comparison }) => comparison.n)).toEqual([10, 10, 12]);
  });

  it("says where the line of a selection fell", () => {
    const { selections } = buildSummary(sampleReportData());
    for (const { candidates, selected, cutOff, meanScore, meanSelectedScore } of selections) {
      expect([candidates, selected]).toEqual([150, 60]);
      expect(cutOff!.selected).toBeLessThanOrEqual(cutOff!.candidates);
      expect(meanSelectedScore!).toBeGreaterThan(meanScore!);
    }
  });

  it("says how sure a selection is, where its candidates were tried", () => {
    const data = sampleReportData();
    const [untold] = buildSummary(data).selections;
    expect(untold).toMatchObject({ evaluations: 150 * 32, certainty: null });
    const sure = data.selections.map((selection) => ({
      ...selection,
      scores: selection.scores.map((score, index) => ({ ...score, chance: index < 30 ? 1 : 0.5 })),
    }));
    expect(buildSummary({ ...data, selections: sure }).selections[0]!.certainty).toBeCloseTo(0.75);
  });

  it("adds up what was paid by arm, and knows no sum where one price is unknown", () => {
    const data = sampleReportData();
    const [first, ...rest] = data.stages;
    const priced = (cost: number | null) => ({ ...data, stages: [{ ...first!, cost }, ...rest] });
    const paid = buildSummary(priced(1.5));
    expect(paid.totals.cost).toBe(1.5);
    expect(Object.fromEntries(paid.arms.map(({ id, cost }) => [id, cost]))).toMatchObject({
      [first!.armId]: 1.5,
    });
    expect(paid.arms.filter(({ cost }) => cost === 0)).toHaveLength(paid.arms.length - 1);
    const unknown = buildSummary(priced(null));
    expect(unknown.totals.cost).toBeNull();
    expect(unknown.arms.find(({ id }) => id === first!.armId)?.cost).toBeNull();
  });

  it("is made of data that fits the schema", () => {
    expect(ReportData.parse(sampleReportData())).toEqual(sampleReportData());
  });

  it("differs in nothing but timings when only times differ", () => {
    const data = sampleReportData();
    const { timings, ...figures } = buildSummary(data);
    const slower = buildSummary({
      ...data,
      run: { ...data.run, startedAt: "2027-01-01T00:00:00.000Z", finishedAt: "2027-01-02T00:00:00.000Z" },
      stages: data.stages.map((stage) => ({
        ...stage,
        seconds: stage.seconds + 100,
        cachedCalls: stage.calls,
      })),
    });
    expect({ ...slower, timings: null }).toEqual({ ...figures, timings: null });
    expect(slower.timings).not.toEqual(timings);
  });
});

describe("summaryJson", () => {
  it("is the same text for the same figures, whatever the order of keys", () => {
    const summary = buildSummary(sampleReportData());
    const reversed = Object.fromEntries(Object.entries(summary).reverse()) as unknown as typeof summary;
    expect(summaryJson(reversed)).toBe(summaryJson(summary));
  });

  it("keeps counts whole and rounds fractions", () => {
    const { totals, domains } = JSON.parse(summaryJson(buildSummary(sampleReportData())));
    expect(totals.inputTokens).toBe(2_640_000);
    const { low } = domains[0].comparison.gain.interval;
    expect(low).toBe(Number(low.toPrecision(6)));
  });
});

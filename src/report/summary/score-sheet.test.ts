import { describe, expect, it } from "vitest";
import type { Verdict } from "../../domain/attempt.ts";
import type { Benchmark, ScoredAttempt } from "../report-data.ts";
import { scoreNamesOf, scoreSheetOf } from "./score-sheet.ts";

/** One letter an attempt: r right, w wrong, t truncated. */
const verdicts: Record<string, Verdict> = { r: "right", w: "wrong", t: "truncated" };

function measured(id: string, domain: Benchmark["domain"], errata: string, paper: string) {
  const attempts = [...errata].map((letter, index): ScoredAttempt => {
    const grade = { prediction: null, verdict: verdicts[letter]!, how: "" };
    const scores = { errata: grade, paper: { ...grade, verdict: verdicts[paper[index]!]! } };
    return { problemId: `p${index}`, output: "x".repeat(index), ...grade, scores };
  });
  const problems = attempts.map(({ problemId }, index) => ({
    id: problemId,
    question: "?",
    solution: "",
    answer: "1",
    ...(id === "math" ? { skill: index < 2 ? "Algebra" : "Geometry", level: "Level 5" } : {}),
    errorTypeIds: [],
  }));
  return { benchmark: { id, title: id, domain, problems }, attempts };
}

const math = measured("math", "in-domain", "rrwt", "rrrt");
const sat = measured("sat", "out-of-domain", "rw", "ww");

describe("scoreSheetOf", () => {
  const sheet = scoreSheetOf([math, sat], "seed");

  it("tells both scores of every benchmark, and what is not a wrong answer apart", () => {
    expect(sheet.benchmarks).toMatchObject([
      { benchmarkId: "math", n: 4, verdicts: { right: 2, wrong: 1, truncated: 1 } },
      { benchmarkId: "sat", n: 2, scores: { errata: { count: 1 }, paper: { count: 0 } } },
    ]);
    expect(sheet.benchmarks.map(({ agreement }) => agreement)).toEqual([3, 1]);
    expect(sheet.benchmarks[0]!.scores).toMatchObject({ errata: { count: 2 }, paper: { count: 3 } });
    expect(scoreNamesOf(sheet)).toEqual(["errata", "paper"]);
  });

  it("tells how long answers are", () => {
    expect(sheet.benchmarks.map(({ meanLength }) => meanLength)).toEqual([1.5, 0.5]);
  });

  it("breaks them down by subject and level where there are any", () => {
    const [first, second] = sheet.benchmarks;
    expect(first!.subjects).toMatchObject([
      { name: "Algebra", n: 2, scores: { errata: { count: 2 } } },
      { name: "Geometry", n: 2, scores: { paper: { count: 1 } } },
    ]);
    expect(first!.levels.map(({ name, n }) => [name, n])).toEqual([["Level 5", 4]]);
    expect([second!.subjects, second!.levels]).toEqual([[], []]);
  });

  it("averages over problems and over benchmarks, all together and by domain", () => {
    expect(sheet.averages.map(({ over, benchmarks }) => [over, benchmarks])).toEqual([
      ["all", 2],
      ["in-domain", 1],
      ["out-of-domain", 1],
    ]);
    const { micro, macro } = sheet.averages[0]!;
    expect(micro).toMatchObject({ errata: { count: 3, n: 6 }, paper: { count: 3, n: 6 } });
    expect(macro).toMatchObject({ errata: { value: 0.5 }, paper: { value: 0.375 } });
    expect(macro.errata!.interval.low).toBeLessThan(0.5);
  });

  it("leaves out what was scored by one rule alone", () => {
    const unscored = { ...sat, attempts: sat.attempts.map(({ scores: _, ...attempt }) => attempt) };
    expect(scoreSheetOf([unscored], "seed")).toEqual({ benchmarks: [], averages: [] });
    expect(scoreSheetOf([unscored, math], "seed").benchmarks).toHaveLength(1);
  });
});

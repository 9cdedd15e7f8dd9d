import { describe, expect, it } from "vitest";
import { proportion } from "../../foundation/statistics.ts";
import type { ScoreSheet } from "../summary/score-sheet.ts";
import { groupTables, scoreTable } from "./score-tables.ts";

const scores = { errata: proportion(8, 10), paper: proportion(7, 10) };
const group = (name: string) => ({ name, n: 10, scores });
const sheet = (subjects: number): ScoreSheet => ({
  benchmarks: [
    {
      benchmarkId: "math",
      n: 10,
      scores,
      agreement: 9,
      meanLength: 120,
      verdicts: { right: 8, wrong: 1, "no-answer": 1 },
      subjects: Array.from({ length: subjects }, (_, index) => group(`subject ${index}`)),
      levels: [],
    },
  ],
  averages: [],
});
const options = { titleOf: (id: string) => id.toUpperCase(), width: 100 };

describe("the tables of scores", () => {
  it("has the scores side by side, and apart what is neither right nor wrong", () => {
    expect(scoreTable(sheet(0), { ...options, title: "base model" })).toEqual([
      "base model   n  errata             paper              neither",
      "MATH        10  80.0% (49.0–94.3)  70.0% (39.7–89.2)  1 no answer",
    ]);
  });

  it("has subjects where there are some, and not too many for a screen", () => {
    expect(groupTables(sheet(0), options)).toEqual([]);
    expect(groupTables(sheet(1), options)).toEqual([]);
    expect(groupTables(sheet(2), options)[0]![0]).toMatch(/^MATH by subject +n +errata +paper$/);
    expect(groupTables(sheet(13), options)).toEqual([]);
  });
});

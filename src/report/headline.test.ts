import { describe, expect, it } from "vitest";
import { pairedDifference } from "../foundation/statistics.ts";
import { headlineOf } from "./headline.ts";
import { emptyReportData, sampleReportData } from "./sample.fixture.ts";
import { buildSummary } from "./summary/build-summary.ts";
import type { Summary } from "./summary/summary.ts";

const sample = buildSummary(sampleReportData());

function withGain(bothRight: number, fixed: number, broken: number): Summary {
  const gain = pairedDifference({ bothRight, fixed, broken, bothWrong: 500 - bothRight - fixed - broken });
  const domains = sample.domains.map((result) => ({ ...result, comparison: { ...result.comparison, gain } }));
  return { ...sample, domains };
}

describe("headlineOf", () => {
  it("leads with the gain and its interval, then qualifies it", () => {
    const { lead, details } = headlineOf(sample);
    expect(lead).toMatch(
      /^SEI raises pupil-1m from 58\.6% to \d+\.\d% on 500 unseen problems: \+\d+\.\d points \(95% interval \+.* to \+.*\)\.$/,
    );
    expect(details[0]).toMatch(/^On 150 out-of-domain problems: 42\.0% to /);
    expect(details[1]).toMatch(
      /^After 2 iterations and 120 training examples it solves .* and fails on .*\.$/,
    );
    expect(details.slice(2).map((sentence) => sentence.split(" gains")[0])).toEqual([
      "The control “random selection”",
      "The control “untargeted”",
    ]);
  });

  it("claims no more than the interval allows", () => {
    expect(headlineOf(withGain(300, 22, 20)).lead).toMatch(/^SEI moves .*, which chance could explain\.$/);
    expect(headlineOf(withGain(300, 5, 60)).lead).toMatch(/^SEI lowers /);
  });

  it("leads with out-of-domain problems when there are no others", () => {
    const domains = sample.domains.filter(({ domain }) => domain === "out-of-domain");
    const { lead, details } = headlineOf({ ...sample, domains });
    expect(lead).toContain("on 150 out-of-domain problems");
    expect(details.some((sentence) => sentence.startsWith("On "))).toBe(false);
  });

  it("says how far a run without evaluation came", () => {
    const { stages, errorTypes } = sample;
    const summary = {
      ...buildSummary(emptyReportData()),
      stages: stages.slice(0, 5),
      errorTypes: errorTypes.slice(0, 5),
    };
    expect(headlineOf(summary)).toEqual({
      lead: "274 bad cases of pupil-1m fall into 5 error types.",
      details: [
        "Of 260 proposed problems, 150 are verified and novel.",
        "No model was evaluated, so there is no gain to report.",
      ],
    });
  });
});

import { describe, expect, it } from "vitest";
import { emptyReportData, sampleReportData } from "../sample.fixture.ts";
import { buildSummary } from "../summary/build-summary.ts";
import { renderConsole } from "./render-console.ts";

const sample = buildSummary(sampleReportData());
const widest = (text: string): number => Math.max(...text.split("\n").map((line) => line.length));

describe("renderConsole", () => {
  it("shows the headline, the arms, the iterations, the error types and the stages", () => {
    const lines = renderConsole(sample).split("\n");
    const startOf = (pattern: RegExp) => lines.findIndex((line) => pattern.test(line));
    const starts = [
      startOf(/^SEI raises pupil-1m/),
      startOf(/^arm +examples +in-domain +gain +95% interval +out-of-domain/),
      startOf(/^iteration +benchmark +n +before +after +fixed +broken +McNemar p/),
      startOf(/^iteration +error type +bad cases +right now/),
      startOf(/^stage +arm +iteration +in +done +not done +pending +calls +time/),
    ];
    expect(starts.every((start) => start >= 0)).toBe(true);
    expect(starts).toEqual(starts.toSorted((one, other) => one - other));
    expect(lines).toContain(
      "synthesize  SEI                       1  260   150       110        0      0  2.8 s",
    );
  });

  it("shows what every model does after wrong and after right beginnings", () => {
    const start = renderConsole(sample)
      .split("\n")
      .indexOf("self-correction  after  turns back           ends right           against base");
    const rows = renderConsole(sample)
      .split("\n")
      .slice(start + 1, start + 5);
    expect(rows.map((row) => row.split(/ {2,}/).slice(0, 3))).toEqual([
      ["base model", "wrong", "0.0% (0.0–65.8)"],
      ["base model", "right", "0.0% (0.0–65.8)"],
      ["SEI", "wrong", "100.0% (34.2–100.0)"],
      ["SEI", "right", "100.0% (34.2–100.0)"],
    ]);
  });

  it("shows what stages cost where any is paid for, and what is unknown in words", () => {
    const data = sampleReportData();
    const [first, ...rest] = data.stages;
    const shown = (cost: number | null) =>
      renderConsole(buildSummary({ ...data, stages: [{ ...first!, cost }, ...rest] }));
    expect(shown(0)).not.toMatch(/time +cost/);
    expect(shown(0)).toContain(" out, $0.00");
    expect(shown(12.5)).toMatch(/^stage.* time +cost$/m);
    expect(shown(12.5)).toContain(" out, $12.50");
    expect(shown(null)).toMatch(/s +unknown$/m);
    expect(shown(null)).toContain(" out, unknown cost");
    expect(widest(shown(12.5))).toBeLessThanOrEqual(100);
  });

  it("fits 100 columns, also with long names", () => {
    expect(widest(renderConsole(sample))).toBeLessThanOrEqual(100);
    const long = (text: string) => `${text} ${"with a long name ".repeat(8)}`;
    const wide = {
      ...sample,
      benchmarks: sample.benchmarks.map((benchmark) => ({ ...benchmark, title: long(benchmark.title) })),
      errorTypes: sample.errorTypes.map((type) => ({ ...type, name: long(type.name) })),
      warnings: [{ message: long("Something"), advice: long("Do something") }],
    };
    const text = renderConsole(wide);
    expect(widest(text)).toBeLessThanOrEqual(100);
    expect(text).toContain("…");
  });

  it("uses colours only when asked", () => {
    expect(renderConsole(sample)).not.toContain("\u001b");
    expect(renderConsole(sample, { colour: true })).toContain("\u001b[1m");
  });

  it("lets no text of the run move the cursor", () => {
    const errorTypes = [{ ...sample.errorTypes[0]!, name: "\u001b[2Jwiped\r\nclean" }];
    const warnings = [{ message: "\u0007ring", advice: "\u009b31mred" }];
    const run = { ...sample.run, name: "\u001b]0;title\u0007" };
    const text = renderConsole({ ...sample, run, errorTypes, warnings });
    expect(text).not.toMatch(/[^\P{Cc}\n]/u);
    expect(text).toContain(" [2Jwiped clean");
  });

  it("says what is wrong and what to do", () => {
    const warnings = [{ message: "The dev set is too small.", advice: "Enlarge it." }];
    expect(renderConsole({ ...sample, warnings })).toContain(
      "Warning: The dev set is too small.\n  Enlarge it.\n",
    );
  });

  it("has little to say of a run that has only begun", () => {
    const text = renderConsole(buildSummary(emptyReportData()));
    expect(text).toContain("The run is not at its end yet.");
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReportData } from "../report-data.ts";
import { emptyReportData, sampleReportData } from "../sample.fixture.ts";
import { renderHtml } from "./render-html.ts";

const sample = renderHtml(sampleReportData());
const matches = (page: string, pattern: RegExp): string[] =>
  [...page.matchAll(pattern)].map((match) => match[1] ?? match[0]);

/** Fields whose values are not free text. */
const fixedFields = new Set([
  "judgedBy",
  "primaryScore",
  "role",
  "domain",
  "verdict",
  "prefix",
  "label",
  "startedAt",
  "finishedAt",
]);

/** The same data with every text, and every name in a table of reasons, changed. */
function withTexts<T>(value: T, change: (text: string) => string, field = ""): T {
  if (typeof value === "string") return (fixedFields.has(field) ? value : change(value)) as T;
  if (Array.isArray(value)) return value.map((entry) => withTexts(entry, change, field)) as T;
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([key, member]) => [
    field === "notDone" ? change(key) : key,
    withTexts(member, change, key),
  ]);
  return Object.fromEntries(entries) as T;
}

/** A run with little in it, so that many can be rendered. */
function smallSample(): ReportData {
  const data = sampleReportData();
  const few = <T>(list: readonly T[]): T[] => list.slice(0, 40);
  return {
    ...data,
    run: { ...data.run, contamination: "seeds of a test split" },
    warnings: [{ message: "message", advice: "advice" }],
    benchmarks: data.benchmarks.map((benchmark) => ({ ...benchmark, problems: few(benchmark.problems) })),
    trainings: data.trainings.slice(0, 2),
    selections: data.selections.map((selection) => ({ ...selection, scores: few(selection.scores) })),
  };
}

/** Names of the elements that are opened and not closed in order; none in a well-formed page. */
function unbalancedElements(page: string): string[] {
  const open: string[] = [];
  for (const [, slash, name, rest] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>/g)) {
    if (name === "meta" || rest?.endsWith("/")) continue;
    if (!slash) open.push(name!);
    else if (open.at(-1) === name) open.pop();
    else return [...open, `/${name}`];
  }
  return open;
}

describe("renderHtml", () => {
  it("has a section for everything that the run has", () => {
    expect(matches(sample, /<h2>(.*?)<\/h2>/g)).toEqual([
      "The method beside its controls",
      "Iteration by iteration",
      "Benchmarks by every score",
      "Majority votes",
      "Self-correction",
      "Dialogues",
      "Mistakes on the benchmarks",
      "Where the gain is",
      "Error types",
      "Selection",
      "Training",
      "Overlap with the benchmarks",
      "Answers that changed",
      "Counts in and out of every stage",
      "How these figures were made",
    ]);
    expect(matches(sample, /<h1>/g)).toHaveLength(1);
    expect(matches(sample, /<figcaption>/g)).toHaveLength(8);
  });

  it("is well-formed, with anchors that lead somewhere", () => {
    expect(unbalancedElements(sample)).toEqual([]);
    const ids = matches(sample, / id="([^"]*)"/g);
    expect(new Set(ids).size).toBe(ids.length);
    expect(matches(sample, / href="#([^"]*)"/g)).toEqual(ids);
  });

  it("tells those who cannot see it what every picture and table is", () => {
    const pictures = matches(sample, /<svg[^>]*>(<title>)?/g);
    expect(pictures.length).toBeGreaterThan(20);
    expect(pictures.every((start) => start === "<title>")).toBe(true);
    expect(matches(sample, /<table>(<caption>)?/g).every((start) => start === "<caption>")).toBe(true);
    expect(matches(sample, /<th(?!ead)[^>]*>/g).filter((cell) => !cell.includes(" scope="))).toEqual([]);
  });

  it("fetches nothing and runs nothing", () => {
    expect(sample).not.toMatch(/https?:|\bsrc=|url\(|@import|<script|<link|<iframe|<object|<img| on[a-z]+=/);
    expect(matches(sample, / href="([^"]*)"/g).filter((target) => !target.startsWith("#"))).toEqual([]);
  });

  it("shows no figure that is not a number", () => {
    expect(sample).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });

  it("draws every text of the run as text", () => {
    const harmless = renderHtml(withTexts(smallSample(), (text) => `x${text}`));
    const marks = (page: string) => matches(page, /[<>"]/g).join("");
    const text = fc.string({ unit: fc.constantFrom(..."<>\"'&/=! -`{}abc\u0000\u2028") });
    fc.assert(
      fc.property(text, (payload) => {
        const page = renderHtml(
          withTexts(smallSample(), (original) => `${payload}<b onclick="x">${original}`),
        );
        expect(page).not.toContain("<b ");
        expect(marks(page)).toBe(marks(harmless));
      }),
      { numRuns: 25 },
    );
  });

  it("draws the loss on dev problems where it was measured", () => {
    const data = smallSample();
    const heldOutLosses = [
      { step: 0, loss: 1.5 },
      { step: 60, loss: 1 },
    ];
    const trainings = data.trainings.map(({ adapter, ...training }) => ({
      ...training,
      adapter: { ...adapter, heldOutLosses },
    }));
    const heldOut = (page: string) =>
      matches(page, /<polyline class="line [a-z]+ held-out" points="(\S+ \S+)"/g);
    expect(heldOut(renderHtml({ ...data, trainings }))).toHaveLength(trainings.length);
    expect(heldOut(renderHtml(data))).toEqual([]);
  });

  it("is the same for the same data", () => {
    expect(renderHtml(sampleReportData())).toBe(sample);
  });

  it("leaves out what a run without evaluation does not have", () => {
    const { stages, errorTypes, overlap, ...rest } = sampleReportData();
    const page = renderHtml({
      ...rest,
      stages: stages.slice(0, 5),
      errorTypes: errorTypes.map((type) => ({ ...type, rightAfter: [] })),
      ...{ baseEvaluations: [], evaluations: [], selections: [], trainings: [] },
      overlap: { ...overlap, arms: [] },
      selfCorrection: null,
      dialogues: null,
      mistakes: [],
      votes: [],
    });
    expect(matches(page, /<h2>(.*?)<\/h2>/g)).toEqual([
      "Error types",
      "Counts in and out of every stage",
      "How these figures were made",
    ]);
    expect(page).toContain("No model was evaluated");
    expect(unbalancedElements(page)).toEqual([]);
  });

  it("has a page for a run that has only begun", () => {
    const page = renderHtml(emptyReportData());
    expect(page).toContain("has found nothing yet");
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
    expect(unbalancedElements(page)).toEqual([]);
  });

  it("warns of contamination, and of a run that is not at its end", () => {
    const data = emptyReportData();
    const page = renderHtml({
      ...data,
      run: { ...data.run, contamination: "Seeds come from the test split." },
    });
    expect(page).toContain("<b>Contaminated.</b> Seeds come from the test split.");
    expect(page).toContain("not at its end yet");
  });
});

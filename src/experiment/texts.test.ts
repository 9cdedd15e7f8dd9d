import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { consoleText } from "./console-text.ts";
import { resultsCsv } from "./csv.ts";
import { intervalCharts } from "./interval-chart.ts";
import { intervalDrawing } from "./interval-drawing.ts";
import { resultsMarkdown } from "./markdown.ts";
import { outcomeOf } from "./outcomes.fixture.ts";
import { resultsOf } from "./results.ts";

const results = resultsOf({ name: "toy", variations: ["first", "second"], planned: 4 }, [
  outcomeOf("first", "1", { easy: "++++++++--", hard: "+---------" }),
  outcomeOf("second", "1", { easy: "++++++++++", hard: "++--------" }),
  outcomeOf("first", "2", { easy: "+++++++---", hard: "+---------" }),
]);

describe("the texts of an experiment", () => {
  it("stand benchmark by benchmark on a terminal, and say what is missing", () => {
    const text = consoleText(results);
    expect(text).toMatch(/^toy: 3 of 4 cells\n/);
    expect(text).toMatch(/easy +first +2 +10 +10\.0% +75\.0% +\S+\neasy +second +1 +10 +10\.0% +100\.0% /);
    expect(text).toMatch(/easy +second .* \+20\.0 +\S+ to \S+ +0\.500 +1\.000\nhard +first/);
    expect(text).toMatch(/first +2 +6 +20 +10 +2,000 +400 +\$0\.50 +30 s\n/);
  });

  it("draw the interval of every variation on one scale", () => {
    const [chart = "", ...others] = intervalCharts(results.scores);
    expect(others).toHaveLength(1);
    const lines = chart.split("\n");
    expect(lines[0]).toMatch(/^easy +10% +100%$/);
    expect(lines[1]).toMatch(/^before {2}○ +10\.0%$/);
    expect(lines[2]).toMatch(/^first {3} *├─+●─+┤ +75\.0%$/);
    // Nothing lies above 100 %: the mark stands where its interval ends.
    expect(lines[3]).toMatch(/^second {2} *├─+● +100\.0%$/);
  });

  it("are a drawing of its own, with a row for every benchmark and variation and what is known of it", () => {
    const drawing = intervalDrawing(results)!;
    expect(drawing).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" .*<style>.*<\/svg>\n$/s);
    const labels = [...drawing.matchAll(/class="label"[^>]*><title>([^<]*)/g)].map(([, label]) => label);
    expect(labels).toEqual(
      ["easy", "hard"].flatMap((benchmark) =>
        ["before", "first", "second"].map((row) => `${benchmark}: ${row}`),
      ),
    );
    expect(drawing).toMatch(/second on easy: 100\.0% \(\S+\).*>100\.0%<.*>\+20\.0</s);
    expect(resultsMarkdown(results)).toContain("](results.svg)");
    expect(intervalDrawing({ ...results, scores: [] })).toBeNull();
  });

  it("are tables in Markdown, with how they were computed", () => {
    const text = resultsMarkdown(results);
    expect(text).toContain("| easy | second | 1 | 10 | 10.0% | 100.0% |");
    expect(text).toContain("| easy | first | 90.0% | 100.0% | 0.0% | 75.0% |");
    expect(text).toContain("| first-2 | 70.0% | 10.0% | 6 | 20 | 10 | 30 s |");
    expect(text).toContain("for other seeds and other problems");
    expect(resultsMarkdown(resultsOf({ name: "a", variations: ["b"], planned: 1 }, []))).toContain(
      "0 of 1 cell",
    );
  });

  it("are rows of figures in CSV", () => {
    const { data } = Papa.parse<Record<string, string>>(resultsCsv(results), {
      header: true,
      skipEmptyLines: true,
    });
    expect(data).toHaveLength(6 + 4);
    expect(data[0]).toMatchObject({ row: "cell", variation: "first", seed: "1", after: "0.8", p: "" });
    expect(data.at(-1)).toMatchObject({
      row: "variation",
      variation: "second",
      benchmark: "hard",
      calls: "20",
    });
    expect(Number(data.at(-1)?.margin)).toBeCloseTo(0.1, 10);
  });
});

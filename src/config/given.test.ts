import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contaminationOf, loadGiven } from "./given.ts";
import { parseConfig } from "./load.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "errata-given-"));
  const rows = Array.from({ length: 40 }, (_, i) => ({
    id: `p${i}`,
    problem: `What is ${i} + 1?`,
    answer: `${i + 1}`,
  }));
  writeFileSync(join(folder, "problems.jsonl"), rows.map((row) => JSON.stringify(row)).join("\n"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const configOf = (data: unknown) => parseConfig({ target: { kind: "embedded" }, data }, "a test");
const file = "problems.jsonl";

describe("loadGiven", () => {
  it("splits one file by id into parts that share no problem", () => {
    const { seedProblems, benchmarkProblems } = loadGiven(
      configOf({ seeds: { file, part: [0, 0.6] }, benchmarks: { held: { file, part: [0.6, 1] } } }),
      folder,
    );
    expect(seedProblems!.length + benchmarkProblems!.length).toBe(40);
    expect(benchmarkProblems!.every(({ benchmark }) => benchmark === "held")).toBe(true);
  });

  it("refuses a problem that is learnt from and measured on, and says which", () => {
    const config = configOf({ seeds: { file, limit: 5 }, benchmarks: { held: { file } } });
    expect(() => loadGiven(config, folder)).toThrow('share a problem: "p0" is "p0"');
  });

  it("leaves out what was not given, so that no stage runs on nothing", () => {
    expect(Object.keys(loadGiven(configOf({ seeds: { file } }), folder))).toEqual([
      "seedProblems",
      "novelFromProblems",
    ]);
  });

  it("puts the sources of a list one after the other", () => {
    const seeds = [
      { file, part: [0.5, 1] },
      { file, part: [0, 0.5] },
    ];
    expect(loadGiven(configOf({ seeds }), folder).seedProblems).toHaveLength(40);
  });
});

describe("contaminationOf", () => {
  it.each([
    [{ seeds: { file, split: "test" } }, "the seeds come from a test split"],
    [{ seeds: { file }, dev: { file, split: "test" } }, "the dev problems come from a test split"],
    [{ seeds: { file }, benchmarks: { held: { file, split: "test" } } }, null],
  ])("of %j is %j", (data, reason) => {
    expect(contaminationOf(configOf(data))).toBe(reason);
  });
});

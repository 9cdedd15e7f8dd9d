import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import type { GraderName } from "../src/config/graders.ts";
import { gradersOf } from "../src/config/graders-of.ts";
import { createTestBench, type TestBench } from "./support/test-environment.ts";
import { toyConfig, writeToyProblems, writeToyProject } from "./support/toy-problems.ts";
import { createToyServices } from "./support/toy-services.ts";

let bench: TestBench;
const [run, short] = ["runs/toy", "runs/short"];

/** The second run has one iteration, lacks a problem of the first and asks another one differently. */
beforeAll(async () => {
  let benchmarkGrader: GraderName = "math";
  bench = createTestBench({
    createServices: () => ({ ...createToyServices(), ...gradersOf({ recipe: "sei", benchmarkGrader }) }),
  });
  const at = (name: string) => join(bench.folder, name);
  writeToyProject(bench.folder);
  expect(await bench.errata("run"), bench.errors()).toBe(0);

  const rows = readFileSync(at("test.jsonl"), "utf8").trim().split("\n");
  const changed = rows[1]!.replace("?", "? Say why.");
  writeFileSync(at("fewer.jsonl"), [changed, ...rows.slice(2)].join("\n"));
  writeToyProblems(at("more.jsonl"), "more", 3);
  const benchmarks = {
    "held-out": { file: "fewer.jsonl", split: "test" },
    more: { file: "more.jsonl", split: "test" },
  };
  const data = { ...toyConfig.data, benchmarks };
  const config = { ...toyConfig, name: "short", iterations: 1, data };
  benchmarkGrader = "qwen2.5-math";
  writeFileSync(at("short.yaml"), stringify(config));
  expect(await bench.errata("run", "short.yaml"), bench.errors()).toBe(0);
});
afterAll(() => bench.remove());

async function compared(...rawArguments: string[]) {
  expect(await bench.errata("compare", ...rawArguments, "--json"), bench.errors()).toBe(0);
  return JSON.parse(bench.output());
}

describe("errata compare", () => {
  it("compares before and after, by both scores", async () => {
    expect(await bench.errata("compare", `${run}#base`, run), bench.errors()).toBe(0);
    expect(bench.errors()).toBe("");
    expect(bench.output()).toMatch(
      /^A {2}the base model of .*toy\nB {2}\w{8} \(iteration 2 · evaluate\) of /,
    );
    expect(bench.output()).toMatch(/held-out +errata +\d+ +33\.3% +100\.0% +\+66\.7 +\+\d.* to \+/);
    expect(bench.output()).toMatch(/held-out +paper +\d+ +33\.3% +100\.0% /);
    expect(bench.output()).not.toContain("total");
  });

  it("agrees with the run's own figures, and is turned round with its arguments", async () => {
    const { total } = await compared(`${run}#base`, run);
    const turned = await compared(run, `${run}#base`);
    const summary = JSON.parse(readFileSync(join(bench.folder, run, "summary.json"), "utf8"));
    const last = summary.results.findLast(({ armId }: { armId: string }) => armId === "method").overall;
    expect(total.scores.errata.difference.value).toBeCloseTo(last.gain.value, 5);
    expect(total.scores.errata.pValue).toBeCloseTo(last.pValue, 5);
    expect(turned.total.scores.errata.onlyA).toBe(total.scores.errata.onlyB);
  });

  it("pairs what both hold, and says what it leaves out and what makes them differ", async () => {
    const { benchmarks, total, warnings } = await compared(run, short);
    expect(benchmarks).toMatchObject([
      { benchmark: "held-out", unpaired: { onlyInA: 1, onlyInB: 0, different: 1 } },
      { benchmark: "more", n: 0, scores: {}, unpaired: { onlyInA: 0, onlyInB: 3, different: 0 } },
    ]);
    expect(total).toMatchObject({ n: benchmarks[0].n, unpaired: { onlyInA: 1, onlyInB: 3, different: 1 } });
    expect(warnings).toEqual([expect.stringMatching(/^They were graded by different rules: math@/)]);

    await bench.errata("compare", run, short);
    expect(bench.errors()).toMatch(/^Warning: They were graded by different rules/);
    expect(bench.output()).toContain(
      "Not compared of held-out: 1 problem in A alone, 1 problem with another question or answer in B.",
    );
    expect(bench.output()).toContain("Not compared of more: 3 problems in B alone.");
  });

  it("lists problems that one alone got right", async () => {
    expect(await bench.errata("compare", `${run}#base`, run, "--list", "1"), bench.errors()).toBe(0);
    expect(bench.output()).toMatch(
      /A alone is right, by errata: 0\n\nB alone is right, by errata: \d+\n {2}held-out\//,
    );
    expect(bench.output()).toMatch(/reference \d+ · A \d+ · B \d+\n$/);
    const { lists } = await compared(`${run}#base`, run, "--list", "2", "--score", "paper");
    expect(lists).toMatchObject({ score: "paper", onlyA: [], onlyB: [{ a: { verdict: "wrong" } }, {}] });
  });

  it.each([
    [[run, "runs/none"], 1, "There is no run in"],
    [[`${run}#zz`, run], 1, 'has evaluated no "zz"'],
    [[run, run, "--list", "1", "--score", "own"], 1, 'do not both have the score "own"'],
    [[run, run, "--score", "mine"], 2, "--score needs one of errata, paper, own"],
  ])("says what is wrong with %j", async (rawArguments, code, message) => {
    expect(await bench.errata("compare", ...rawArguments)).toBe(code);
    expect(bench.errors()).toContain(message);
  });

  it("refuses runs that share no problem", async () => {
    const data = { ...toyConfig.data, benchmarks: { more: { file: "more.jsonl", split: "test" } } };
    const config = { ...toyConfig, name: "other", until: "attempt", data };
    writeFileSync(join(bench.folder, "other.yaml"), stringify(config));
    expect(await bench.errata("run", "other.yaml"), bench.errors()).toBe(0);
    expect(await bench.errata("compare", run, "runs/other")).toBe(1);
    expect(bench.errors()).toContain("have no benchmark problem in common");
    expect(bench.errors()).toContain("A was measured on held-out; B on more");
  });
});

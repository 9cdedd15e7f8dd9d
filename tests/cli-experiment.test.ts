import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import type { RunServices } from "../src/engine/execute-run.ts";
import { createTestBench, type TestBench } from "./support/test-environment.ts";
import { toyConfig, writeToyProject } from "./support/toy-problems.ts";
import { createToyServices } from "./support/toy-services.ts";

const toyExperiment = {
  base: { extends: "errata.config.yaml", iterations: 1, until: "evaluate" },
  variations: {
    scored: {},
    random: { stages: { select: { strategy: "random" } } },
    few: { stages: { select: { keep: 0.1 } } },
  },
  seeds: [1, 2],
};

let bench: TestBench;
/** Every call that reached the target: its model and prompt. */
let asked: string[];
/** Trainings that were made. */
let trainings: number;
afterEach(() => bench.remove());

function project(experiment: unknown = toyExperiment, onCall: (self: TestBench) => void = () => {}): void {
  asked = [];
  trainings = 0;
  bench = createTestBench({
    createServices: (self) =>
      notingCalls(createToyServices(), (call) => {
        asked.push(call);
        onCall(self);
      }),
  });
  writeToyProject(bench.folder, toyConfig);
  writeFileSync(join(bench.folder, "toy.yaml"), stringify(experiment));
}

function notingCalls(services: RunServices, note: (call: string) => void): RunServices {
  const { server, trainer } = services;
  return {
    ...services,
    trainer: {
      ...trainer,
      train: (request) => {
        trainings++;
        return trainer.train(request);
      },
    },
    server: {
      ...server,
      serve: async (directory) => {
        const model = await server.serve(directory);
        return {
          ...model,
          generate: (request, signal) => {
            note(`${model.id} ${request.prompt}`);
            return model.generate(request, signal);
          },
        };
      },
    },
  };
}

const inExperiment = (...path: string[]) => join(bench.folder, "runs", "experiments", "toy", ...path);
const read = (name: string) => readFileSync(inExperiment(name), "utf8").replaceAll(bench.folder, "");

describe("errata experiment", () => {
  it("runs every cell, asks nothing twice, and compares the variations", async () => {
    project();
    expect(await bench.errata("experiment", "toy.yaml"), bench.errors()).toBe(0);
    expect(new Set(asked).size).toBe(asked.length);
    expect(bench.errors()).toContain("random-1: cell 2 of 6");
    expect(bench.output()).toMatch(/^toy: 6 cells\n/);
    expect(bench.output()).toMatch(/held-out +scored +2 +12 +33\.3% +100\.0% /);
    expect(bench.output()).toMatch(/held-out +few +2 +12 +33\.3% +66\.7% .* −33\.3 .* 0\.\d+ +0\.\d+\n/);
    expect(bench.output()).toContain(`Results: ${inExperiment("results.md")}`);
    expect(read("results.md")).toContain("| few-2 | 66.7% |");
    expect(read("results.svg")).toContain("few on held-out: 66.7%");

    const [titles = "", ...rows] = read("results.csv").trim().split("\n");
    expect(rows.map((row) => row.split(",").slice(0, 4).join())).toEqual([
      ...["1", "2"].flatMap((seed) =>
        ["scored", "random", "few"].map((variation) => `cell,${variation},${seed},held-out`),
      ),
      ...["scored", "random", "few"].map((variation) => `variation,${variation},1 2,held-out`),
    ]);
    const calls = rows.map((row) => Number(row.split(",")[titles.split(",").indexOf("new_calls")]));
    expect(calls.slice(0, 6).reduce((sum, each) => sum + each)).toBe(asked.length);

    // A cell is a run like any other.
    expect(await bench.errata("status", inExperiment("random-2"))).toBe(0);
    expect(bench.output()).toMatch(/^random-2 · sei · .*\nbegun .*, finished /);
    expect(await bench.errata("report", inExperiment("random-2"))).toBe(0);
  });

  it("trains once for cells that train on the same examples in the same way", async () => {
    const longer = { stages: { evaluate: { maxOutputTokens: 99 } } };
    project({ ...toyExperiment, variations: { first: {}, longer }, seeds: [1] });
    expect(await bench.errata("experiment", "toy.yaml"), bench.errors()).toBe(0);
    expect(trainings).toBe(1);
    expect(bench.output()).toMatch(/held-out +longer .* 100\.0% /);
  });

  it("goes on after an interruption as if undisturbed, and does nothing again", async () => {
    project();
    await bench.errata("experiment", "toy.yaml");
    const undisturbed = { calls: asked.length, results: read("results.md"), table: read("results.csv") };
    bench.remove();

    project(toyExperiment, (self) => {
      if (asked.length === Math.floor(undisturbed.calls / 2)) self.pressInterrupt();
    });
    expect(await bench.errata("experiment", "toy.yaml")).toBe(130);
    expect(bench.output()).toBe("");
    expect(await bench.errata("experiment", "toy.yaml")).toBe(0);
    expect({ calls: asked.length, results: read("results.md"), table: read("results.csv") }).toEqual(
      undisturbed,
    );

    expect(await bench.errata("experiment", "toy.yaml")).toBe(0);
    expect(bench.errors()).not.toContain("…");
    expect(asked.length).toBe(undisturbed.calls);
    expect(read("results.md")).toBe(undisturbed.results);
  });

  it("lists its cells and how the variations differ, and runs nothing", async () => {
    project();
    expect(await bench.errata("experiment", "toy.yaml", "--plan"), bench.errors()).toBe(0);
    expect(bench.output()).toContain("toy: 3 variations, 6 cells, in ");
    expect(bench.output()).toContain("random: stages.select.strategy (none → random)\n");
    expect(bench.output()).toMatch(/few-2 +sei +2 +not begun\n$/);
    expect([asked, existsSync(inExperiment())]).toEqual([[], false]);
  });

  it("tries it cheaply, in a folder of its own", async () => {
    project();
    expect(await bench.errata("experiment", "toy.yaml", "--limit", "6", "--plan")).toBe(0);
    expect(bench.output()).toContain("toy-limit-6: 3 variations");
  });

  it.each([
    [
      { ...toyExperiment, variations: { a: { stages: { select: { strategy: "guess" } } } } },
      'The variation "a" cannot be run. The settings of stage "select" are not valid',
    ],
    [
      { ...toyExperiment, variations: { a: { recipe: "sie" } } },
      'in the variation "a" of toy.yaml is not valid',
    ],
    [{ ...toyExperiment, variations: { a: { seed: 3 } } }, "comes from the list `seeds` in an experiment"],
    [
      { ...toyExperiment, base: { ...toyConfig, data: { seeds: { file: "seeds.jsonl" } } } },
      "nothing to compare",
    ],
    [{ ...toyExperiment, base: { extends: "none.yaml" } }, "There is no file"],
    [{ ...toyExperiment, seeds: [1, 1] }, "every seed once"],
  ])("refuses a wrong experiment before it runs anything: %#", async (experiment, message) => {
    project(experiment);
    expect(await bench.errata("experiment", "toy.yaml")).toBe(1);
    expect(bench.errors()).toContain(message);
    expect(existsSync(inExperiment())).toBe(false);
  });
});

import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ModelServer } from "../src/models/model-server.ts";
import { dollarsPerCall, idOfModel, outputTokens, paidModel, prices } from "./support/paid-model.ts";
import { createTestBench, type TestBench } from "./support/test-environment.ts";
import { toyConfig, writeConfig, writeToyProject } from "./support/toy-problems.ts";
import { createToyServices } from "./support/toy-services.ts";

const id = idOfModel(paidModel);
const problems = 12;

let bench: TestBench;
let calls: number;
beforeEach(() => {
  calls = 0;
  bench = createTestBench({ createServices: () => ({ ...createToyServices(), server: paidServer }) });
  writeToyProject(bench.folder);
});
afterEach(() => bench.remove());

/** Adds, whatever is asked; every fourth answer is cut at the token limit. */
const paidServer: ModelServer = {
  baseId: id,
  serve: async () => ({
    id,
    concurrency: 1,
    async generate({ prompt }) {
      calls += 1;
      const [, a, b] = /(\d+) and (\d+)/.exec(prompt)!;
      const isCut = calls % 4 === 0;
      return {
        text: isCut ? `First, ${a} +` : `#### ${Number(a) + Number(b)}`,
        finishReason: isCut ? "length" : "stop",
        usage: { inputTokens: 1, outputTokens },
      };
    },
  }),
  async close() {},
};

function configure(more: object = {}): void {
  const data = { ...toyConfig.data, benchmarks: { "held-out": { file: "test.jsonl", split: "test" } } };
  writeConfig(bench.folder, { ...toyConfig, target: paidModel, prices, data, ...more });
}

async function evaluated() {
  expect(await bench.errata("evaluate", "--json"), bench.errors()).toBe(0);
  return JSON.parse(bench.output());
}

describe("errata evaluate without a run", () => {
  it("measures the base model, and asks nothing twice", async () => {
    configure();
    const report = await evaluated();
    expect(calls).toBe(problems);
    expect(report).toMatchObject({
      model: "the base model",
      decidedBy: "errata",
      rules: expect.stringContaining("paper: mwpbench@"),
      benchmarks: [{ benchmarkId: "held-out", n: problems, verdicts: { truncated: 3 } }],
      averages: [{ over: "all", benchmarks: 1 }],
      notDone: {},
    });
    expect(report.benchmarks[0].subjects.map(({ name }: { name: string }) => name)).toEqual([
      "add",
      "multiply",
      "subtract",
    ]);
    expect(report.paid).toBeCloseTo(problems * dollarsPerCall, 10);
    expect((await evaluated()).paid).toBe(0);
    expect(calls).toBe(problems);
    expect(existsSync(join(bench.folder, "runs/toy/run.sqlite"))).toBe(false);
  });

  it("shows both scores, what was cut apart, subjects and what was paid", async () => {
    configure();
    expect(await bench.errata("evaluate"), bench.errors()).toBe(0);
    expect(bench.output()).toMatch(
      /benchmark +n +errata +paper +neither\nheld-out +12 +\d.*\) +3 truncated\n/,
    );
    expect(bench.output()).toMatch(/held-out by subject +n +errata +paper\nadd +4 /);
    expect(bench.output()).toContain("Paid for this evaluation: $0.0120\n");
  });

  it("keeps the budget, and goes on where it is raised", async () => {
    configure({
      budget: { usd: 5.5 * dollarsPerCall },
      stages: { evaluate: { maxOutputTokens: outputTokens } },
    });
    expect(await bench.errata("evaluate")).toBe(4);
    expect(bench.errors()).toContain("The budget of $0.0055 is reached");
    expect(calls).toBe(5);
    configure({ stages: { evaluate: { maxOutputTokens: outputTokens } } });
    expect((await evaluated()).paid).toBeCloseTo((problems - 5) * dollarsPerCall, 10);
    expect(calls).toBe(problems);
  });

  it("says what is missing", async () => {
    configure({ data: { seeds: toyConfig.data.seeds } });
    expect(await bench.errata("evaluate")).toBe(1);
    expect(bench.errors()).toContain("The configuration has no benchmarks.");
    configure();
    expect(await bench.errata("evaluate", "--adapter", "abc")).toBe(1);
    expect(bench.errors()).toContain('no adapter "abc"');
  });
});

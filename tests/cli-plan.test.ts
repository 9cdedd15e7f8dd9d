import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createServices } from "../src/config/services.ts";
import { answerWith, startLoopbackServer } from "../src/models/ai-sdk/loopback-server.fixture.ts";
import { dollarsPerCall, idOfModel, paidInstructor, paidModel, prices } from "./support/paid-model.ts";
import { scriptedTeacher } from "./support/scripted-teacher.ts";
import { createTestBench, type TestBench } from "./support/test-environment.ts";
import { toyConfig, writeConfig, writeToyProblems, writeToyProject } from "./support/toy-problems.ts";
import { createToyServices } from "./support/toy-services.ts";

let bench: TestBench;
/** The instructor's model; the target, in this process, is free. */
let model: typeof paidModel;
let calls: { target: number; instructor: number };
beforeEach(() => {
  calls = { target: 0, instructor: 0 };
  model = paidModel;
  bench = createTestBench({
    createServices: () => ({
      ...createToyServices(() => {
        calls.target += 1;
      }),
      instructor: paidInstructor(
        (request) => {
          calls.instructor += 1;
          return scriptedTeacher(request);
        },
        { id: idOfModel(model) },
      ),
    }),
  });
  writeToyProject(bench.folder);
});
afterEach(() => bench.remove());

const configure = (more: object) =>
  writeConfig(bench.folder, { ...toyConfig, instructor: { kind: "llm", model }, prices, ...more });
const planJson = async (...options: string[]) => {
  expect(await bench.errata("plan", "--json", ...options), bench.errors()).toBe(0);
  return JSON.parse(bench.output());
};

describe("errata plan", () => {
  it("asks about a sample that the run then has for nothing, and has nothing left once the run is done", async () => {
    configure({ iterations: 1 });
    expect(await bench.errata("run", "--out", "undisturbed"), bench.errors()).toBe(0);
    const undisturbed = { ...calls };

    calls.target = 0;
    calls.instructor = 0;
    const estimate = await planJson("--sample", "6");
    expect(calls.target).toBe(6);
    expect(estimate.sample).toMatchObject({ attempted: 6, bad: calls.instructor });
    expect(estimate.paid).toBeCloseTo(calls.instructor * dollarsPerCall, 10);
    expect(estimate.steps).toContainEqual(
      expect.objectContaining({ id: "method/1/attempt", stored: 6, tokensFrom: "sample" }),
    );
    expect(await planJson("--sample", "6")).toEqual(estimate);

    expect(await bench.errata("run"), bench.errors()).toBe(0);
    expect(calls).toEqual(undisturbed);
    const { total, paid } = await planJson("--sample", "0");
    expect(total.high).toEqual({ calls: 0, inputTokens: 0, outputTokens: 0, cost: 0 });
    expect(paid).toBeCloseTo(undisturbed.instructor * dollarsPerCall, 10);
  });

  it("says what is measured, what is assumed, what takes most, and whether the budget suffices", async () => {
    configure({ budget: { usd: 100 } });
    expect(await bench.errata("plan", "--sample", "9"), bench.errors()).toBe(0);
    expect(bench.output()).toMatch(/^step +calls +stored +tokens in +out +cost +range$/m);
    expect(bench.output()).toMatch(/^iteration 1 · attempt +9 +9 +\d+ k? +\d+ +\$0\.00$/m);
    expect(bench.output()).toMatch(/^iteration 1 · synthesize +\d+ +0 +~/m);
    expect(bench.output()).toMatch(/^Total: \d+ \(\d+–\d+\) calls, .*: \$0\.\d+ \(\$0\.\d+–\$\d\.\d+\)\.$/m);
    expect(bench.output()).toMatch(/Wrong answers: \d of a sample of 9 seed problems/);
    expect(bench.output()).toMatch(/Paid already, for what is stored: \$0\.00\d0\./);
    expect(bench.output()).toMatch(
      /^diagnose takes \d+% of the cost\. A `limit` on the seeds makes it smaller\.$/m,
    );
    expect(bench.output()).toContain("The budget of $100.00 suffices.");
    for (const line of bench.output().split("\n")) expect(line.length).toBeLessThanOrEqual(100);

    // What the sample took is paid already, and the rest by assumption.
    for (const [usd, verdict] of [
      [0.02, "The budget of $0.0200 suffices if all goes as expected"],
      [0.01, "The budget of $0.0100 does not suffice"],
    ] as const) {
      configure({ budget: { usd } });
      await bench.errata("plan", "--sample", "0");
      expect(bench.output()).toContain(verdict);
    }
  });

  it.each([
    ["exact", /^select takes \d+% of the calls\. It shows every new problem before every dev case: /m],
    [
      "racing",
      /^select takes \d+% of the calls\. It shows new problems before dev cases where that decides: /m,
    ],
    [
      "less",
      /^select takes \d+% of the calls\. It asks for an answer to every dev problem, and for nothing else: /m,
    ],
  ])("says what makes a selection by %s smaller", async (strategy, sentence) => {
    writeToyProblems(join(bench.folder, "dev.jsonl"), "dev", 400);
    const select = { ...toyConfig.stages?.select, devBad: 50, devGood: 50, strategy };
    configure({ iterations: 1, until: "select", stages: { ...toyConfig.stages, select } });
    expect(await bench.errata("plan", "--sample", "0"), bench.errors()).toBe(0);
    expect(bench.output().replaceAll(/(?<=\S)\n(?=\S)/g, " ")).toMatch(sentence);
  });

  it("asks and writes nothing with --sample 0, and never takes an unknown price for none", async () => {
    model = { kind: "openai", model: "no-such-model" };
    configure({ budget: { usd: 1 } });
    expect(await bench.errata("plan", "--sample", "0"), bench.errors()).toBe(0);
    expect(calls).toEqual({ target: 0, instructor: 0 });
    expect(existsSync(join(bench.folder, "runs"))).toBe(false);
    expect(bench.output()).toContain("Wrong answers: 40% (20–70%), assumed");
    expect(bench.output()).toMatch(/^iteration 1 · diagnose .* unknown$/m);
    expect(bench.output()).toMatch(/^Total: .*: unknown cost\.$/m);
    expect(bench.output()).toContain('`prices: { "no-such-model": { input: …, output: … } }`');
    expect(bench.output()).toContain("The budget of $1.00 cannot be kept");
    expect((await planJson("--sample", "0")).total.expected.cost).toBeNull();

    expect(await bench.errata("plan")).toBe(1);
    expect(bench.errors()).toContain("the price is not known of openai no-such-model");
    expect(calls).toEqual({ target: 0, instructor: 0 });
  });

  it("counts a data set that is not here as it is published, and downloads nothing", async () => {
    const cache = join(bench.folder, "cache");
    bench.environment.variables = { ERRATA_CACHE_DIR: cache, HF_ENDPOINT: "http://127.0.0.1:1" };
    configure({
      iterations: 1,
      until: "attempt",
      data: { ...toyConfig.data, seeds: { dataset: "gsm8k", split: "train", part: [0, 0.5] } },
    });
    const { problems, steps, notHere } = await planJson();
    expect(problems.seedProblems).toEqual({ rows: 3737, distinct: 3737 });
    expect(notHere).toEqual([{ dataSet: "gsm8k", split: "train", problems: 3737 }]);
    expect(steps.at(-1)).toMatchObject({ stage: "attempt", expected: { calls: 3737 } });
    expect(existsSync(cache)).toBe(false);
    await bench.errata("plan");
    expect(bench.output()).toContain("counted as published: gsm8k train (3,737). `errata data pull gsm8k`");
    expect(bench.output()).toContain("assumed: no seed problem is here to ask about.");
  });

  it("measures a server on this machine, which is free", async () => {
    let received = 0;
    const server = await startLoopbackServer((call, response) => {
      received += 1;
      answerWith(call, response, { text: "I add.\n#### 1" });
    });
    try {
      bench.environment.createServices = async (config, folder) => createServices(config, folder);
      const target = { kind: "openai-compatible", baseUrl: server.baseUrl, model: "local" };
      configure({ target, instructor: { kind: "symbolic" }, until: "select" });
      const { sample, total, steps } = await planJson("--sample", "5");
      expect(received).toBe(5);
      expect(sample).toMatchObject({ attempted: 5, bad: 5, attempt: { count: 5, outputTokens: 4 } });
      expect(total.high.cost).toBe(0);
      const first = steps.find(({ id }: { id: string }) => id === "method/1/attempt");
      expect(first).toMatchObject({ stored: 5, expected: { calls: 13, outputTokens: 52 } });

      await bench.errata("plan", "--sample", "5");
      expect(received).toBe(5);
      expect(bench.output()).toMatch(/^Total: .*: \$0\.00\.$/m);
    } finally {
      await server.close();
    }
  });

  it("refuses a sample that is no number", async () => {
    expect(await bench.errata("plan", "--sample", "some")).toBe(2);
    expect(bench.errors()).toContain('--sample needs a whole number of at least 1, not "some"');
  });
});

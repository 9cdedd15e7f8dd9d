import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dollarsPerCall, outputTokens, paidInstructor, paidModel, prices } from "./support/paid-model.ts";
import { scriptedTeacher } from "./support/scripted-teacher.ts";
import { createTestBench, type TestBench } from "./support/test-environment.ts";
import { toyConfig, writeConfig, writeToyProject } from "./support/toy-problems.ts";
import { createToyServices } from "./support/toy-services.ts";

let bench: TestBench;
let calls: number;
beforeEach(() => {
  calls = 0;
  bench = createTestBench({
    createServices: () => ({
      ...createToyServices(),
      instructor: paidInstructor(
        (request) => {
          calls += 1;
          return scriptedTeacher(request);
        },
        { usage: { inputTokens: 1, outputTokens, isEstimated: true } },
      ),
    }),
  });
  writeToyProject(bench.folder);
});
afterEach(() => bench.remove());

const configure = (more: object) =>
  writeConfig(bench.folder, { ...toyConfig, instructor: { kind: "llm", model: paidModel }, ...more });
const summary = () => JSON.parse(readFileSync(join(bench.folder, "runs/toy/summary.json"), "utf8"));

describe("a budget", () => {
  it("stops a run before it is passed; raised, the run goes on and pays for nothing twice", async () => {
    configure({ prices });
    expect(await bench.errata("run", "--out", "whole"), bench.errors()).toBe(0);
    const callsOfAll = calls;

    calls = 0;
    const usd = (callsOfAll / 2) * dollarsPerCall;
    configure({ prices, budget: { usd } });
    expect(await bench.errata("run")).toBe(4);
    expect(bench.errors()).toContain(`The budget of $${usd} is reached`);
    expect(bench.errors()).toContain("Raise `budget.usd`");
    expect(calls).toBeGreaterThan(0);
    expect(calls * dollarsPerCall).toBeLessThanOrEqual(usd);

    configure({ prices, budget: { usd: 100 } });
    expect(await bench.errata("run"), bench.errors()).toBe(0);
    expect(bench.errors()).not.toContain("Going on with a changed configuration");
    expect(calls).toBe(callsOfAll);
    expect(summary().totals.cost).toBeCloseTo(callsOfAll * dollarsPerCall, 5);
    await bench.errata("status", "runs/toy");
    expect(bench.output()).toContain(
      `Paid for models: $${(callsOfAll * dollarsPerCall).toFixed(4)}, estimated for ${callsOfAll} calls`,
    );
  });

  it("is refused for a model whose price is not known, before anything is asked", async () => {
    const unlisted = { kind: "openai", model: "no-such-model" };
    configure({ instructor: { kind: "llm", model: unlisted }, budget: { usd: 1 } });
    expect(await bench.errata("run")).toBe(1);
    expect(bench.errors()).toContain("the price is not known of openai no-such-model");
    expect(calls).toBe(0);
  });
});

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { createLlmInstructor } from "../src/instructors/llm/index.ts";
import { AiSdkSettings, modelSource } from "../src/models/ai-sdk/index.ts";
import { scriptedTeacher } from "./support/scripted-teacher.ts";
import { createTestBench, type TestBench } from "./support/test-environment.ts";
import { toyConfig, writeToyProject } from "./support/toy-problems.ts";
import { createToyServices } from "./support/toy-services.ts";

const model = { kind: "openai", model: "gpt-4o" };
const { id } = modelSource(AiSdkSettings.parse(model), {});
const outputTokens = 1000;
/** Of a call, by the price below. */
const dollars = outputTokens / 1e6;

let bench: TestBench;
let calls: number;
beforeEach(() => {
  calls = 0;
  bench = createTestBench({
    createServices: () => ({
      ...createToyServices(),
      instructor: createLlmInstructor({
        model: {
          id,
          concurrency: 4,
          async generate(request) {
            calls += 1;
            return {
              finishReason: "stop",
              usage: { inputTokens: 1, outputTokens, isEstimated: true },
              ...scriptedTeacher(request),
            };
          },
        },
        protocol: "sei",
      }),
    }),
  });
  writeToyProject(bench.folder);
});
afterEach(() => bench.remove());

const configure = (more: object) =>
  writeFileSync(
    join(bench.folder, "errata.config.yaml"),
    stringify({ ...toyConfig, instructor: { kind: "llm", model }, ...more }),
  );
const prices = { "gpt-4o": { input: 0, output: 1 } };
const summary = () => JSON.parse(readFileSync(join(bench.folder, "runs/toy/summary.json"), "utf8"));

describe("a budget", () => {
  it("stops a run before it is passed; raised, the run goes on and pays for nothing twice", async () => {
    configure({ prices });
    expect(await bench.errata("run", "--out", "whole"), bench.errors()).toBe(0);
    const callsOfAll = calls;

    calls = 0;
    const usd = (callsOfAll / 2) * dollars;
    configure({ prices, budget: { usd } });
    expect(await bench.errata("run")).toBe(4);
    expect(bench.errors()).toContain(`The budget of $${usd} is reached`);
    expect(bench.errors()).toContain("Raise `budget.usd`");
    expect(calls).toBeGreaterThan(0);
    expect(calls * dollars).toBeLessThanOrEqual(usd);

    configure({ prices, budget: { usd: 100 } });
    expect(await bench.errata("run"), bench.errors()).toBe(0);
    expect(bench.errors()).not.toContain("Going on with a changed configuration");
    expect(calls).toBe(callsOfAll);
    expect(summary().totals.cost).toBeCloseTo(callsOfAll * dollars, 5);
    await bench.errata("status", "runs/toy");
    expect(bench.output()).toContain(
      `Paid for models: $${(callsOfAll * dollars).toFixed(4)}, estimated for ${callsOfAll} calls`,
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

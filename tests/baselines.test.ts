import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { ConfigInput } from "../src/config/schema.ts";
import type { Summary } from "../src/report/index.ts";
import { createTestBench, type TestBench } from "./support/test-environment.ts";
import { toyConfig, writeToyProject } from "./support/toy-problems.ts";

let bench: TestBench;
afterEach(() => bench.remove());

async function runToy(config: ConfigInput): Promise<Summary> {
  bench = createTestBench();
  writeToyProject(bench.folder, config);
  expect(await bench.errata("run"), bench.errors()).toBe(0);
  return JSON.parse(readFileSync(join(bench.folder, "runs", "toy", "summary.json"), "utf8"));
}

/** The toy target can only add, so that it gets 12 of 18 seed problems wrong. */
describe.each([
  ["self-instruct", { "self-instruct": { examples: 6, problemsPerCall: 4 } }, 12, 1],
  ["llms-as-instructors", { "llms-as-instructors": { examples: 6 } }, 6, 1],
  ["llms-as-instructors-contrastive", { "llms-as-instructors": { examples: 6 } }, 6, 1],
  ["gold-sft", { "gold-sft": { examples: 6 } }, 6, 1],
  // It samples what it says greedily: nothing that it cannot do yet.
  ["rft", { rft: { examples: 3 }, sample: { samples: 2 } }, 6, 1 / 3],
  ["format-control", { "format-control": { examples: 3 } }, 6, 1 / 3],
] as const)("the recipe %s", (recipe, stages, examples, accuracy) => {
  it("runs to its end, trains on its budget and is measured as a method", async () => {
    const summary = await runToy({ ...toyConfig, recipe, stages });
    expect(summary.arms).toMatchObject([{ id: "method", role: "method", trainingExamples: examples }]);
    expect(summary.results.at(-1)!.overall.after.value).toBeCloseTo(accuracy, 5);
    expect(summary.warnings.filter(({ message }) => message.includes("does not account"))).toEqual([]);
  });
});

describe("bad cases from synthetic problems, too", () => {
  it("are looked for among all that earlier iterations wrote, and learnt from", async () => {
    // One example an iteration teaches one of the two operations that the target lacks.
    const stages = {
      ...toyConfig.stages,
      attempt: { problems: "seeds-and-synthetic" },
      select: { devBad: 3, devGood: 3, keep: 0.05 },
    };
    const { stages: accounts } = await runToy({ ...toyConfig, stages });
    const went = (name: string) =>
      accounts.filter(({ stage }) => stage === name).map((account) => account.in);
    // 18 seeds, of which 12 are wrong, then 6 and with them half of the 12 new problems.
    expect(went("attempt")).toEqual([18, 30, 42]);
    expect(went("diagnose")).toEqual([12, 12]);
  });
});

describe("baselines beside a method", () => {
  it("train on as many examples as it, and are told apart", async () => {
    const controls = ["self-instruct", "llms-as-instructors-contrastive", "gold-sft", "rft"] as const;
    const { arms, margins } = await runToy({ ...toyConfig, controls: [...controls] });
    const budget = arms.find(({ role }) => role === "method")!.trainingExamples;
    expect(Object.fromEntries(arms.map(({ id, trainingExamples }) => [id, trainingExamples]))).toEqual({
      method: budget,
      "random-selection": budget,
      untargeted: budget,
      "self-instruct": budget,
      "llms-as-instructors-contrastive": budget,
      "gold-sft": budget,
      // It can add, which is one problem in three.
      rft: 6,
    });
    expect(arms.find(({ id }) => id === "gold-sft")).toMatchObject({
      role: "baseline",
      title: "bad cases’ solutions",
    });
    expect(new Set(margins.map(({ controlId }) => controlId))).toEqual(
      new Set(["random-selection", "untargeted", ...controls]),
    );
  });
});

import { describe, expect, it } from "vitest";
import { diagnoseBenchmarks } from "./diagnose-benchmarks.ts";
import { attemptOf, contextOf, diagnosisOf, instructorWith, problemOf } from "./stage-context.fixture.ts";

const made = [
  {
    benchmarkProblems: ["1", "2"].map((id) => ({ ...problemOf(id), benchmark: "held-out" })),
    evaluatedProblems: [
      { benchmark: "held-out", attempt: attemptOf("1", "wrong") },
      { benchmark: "held-out", attempt: attemptOf("2", "right") },
    ],
  },
];
const free = instructorWith({ diagnose: async ({ problem }) => diagnosisOf(problem.id, "cause") });
const paid = { ...free, solve: async () => "" };

async function run(instructor: typeof free, settings = {}) {
  const context = contextOf({ made, services: { instructor } });
  const result = await diagnoseBenchmarks.run(context, diagnoseBenchmarks.settings.parse(settings));
  return { asked: context.items, result };
}

describe("diagnose-benchmarks", () => {
  it.each([
    ["an instructor that is free", free, {}],
    ["a language model that is meant to be asked", paid, { enabled: true }],
  ])("names the causes of wrong answers: %s", async (_, instructor, settings) => {
    const { asked, result } = await run(instructor, settings);
    expect(asked).toEqual(["held-out/1"]);
    expect(result).toMatchObject({ in: 1, done: 1, notDone: {} });
    expect(result.artifacts.benchmarkDiagnoses).toHaveLength(1);
  });

  it.each([
    ["a language model", paid, {}],
    ["whoever is not meant to be asked", free, { enabled: false }],
  ])("asks nobody and says how many answers that leaves out: %s", async (_, instructor, settings) => {
    const { asked, result } = await run(instructor, settings);
    expect(asked).toEqual([]);
    expect(result).toMatchObject({
      artifacts: { benchmarkDiagnoses: [] },
      in: 1,
      done: 0,
      notDone: { "not asked about (`stages.diagnose-benchmarks.enabled`)": 1 },
    });
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { recipes } from "../src/config/recipes.ts";
import { canonicalDump } from "../src/engine/canonical-dump.ts";
import { planRun } from "../src/engine/recipe.ts";
import { createLlmInstructor } from "../src/instructors/llm/index.ts";
import type { GenerationRequest } from "../src/models/language-model.ts";
import { createRunBench, type RunBench } from "./support/run-bench.ts";
import { scriptedTeacher } from "./support/scripted-teacher.ts";
import { teacherModel } from "./support/teacher-model.ts";
import { toyProblems } from "./support/toy-problems.ts";
import { createToyServices } from "./support/toy-services.ts";

let bench: RunBench;
beforeEach(() => {
  bench = createRunBench();
});
afterEach(() => bench.remove());

const given = {
  seedProblems: toyProblems("seed", 30),
  devProblems: toyProblems("dev", 30),
  benchmarkProblems: toyProblems("test", 20).map((problem) => ({ ...problem, benchmark: "toy" })),
  novelFromProblems: [],
};

/** Runs the whole of `sei` with a language model as the instructor; returns what it was asked. */
async function run(teacher = scriptedTeacher, verify = "votes"): Promise<GenerationRequest[]> {
  const requests: GenerationRequest[] = [];
  const model = teacherModel((request) => {
    requests.push(request);
    return teacher(request);
  });
  const overrides = {
    synthesize: { problems: 12, problemsPerCall: 4, verify, noveltyThreshold: 1 },
    select: { devBad: 4, devGood: 4, keep: 0.5 },
  };
  await bench.execute({
    plan: planRun(recipes.sei, {
      iterations: 1,
      overrides,
      given: ["seedProblems", "devProblems", "benchmarkProblems", "novelFromProblems"],
    }),
    given,
    services: { ...createToyServices(), instructor: createLlmInstructor({ model, protocol: "sei" }) },
  });
  return requests;
}
const countsOf = (step: string) => bench.store.step(step)?.counts;

describe("a run whose instructor is a language model", () => {
  it("goes from wrong answers to an adapter, and its answers are paid for once", async () => {
    const requests = await run();
    expect(countsOf("method/1/diagnose")).toMatchObject({ notDone: {} });
    expect(bench.store.artifacts("method/1/cluster", "errorTypes").length).toBeGreaterThan(1);
    expect(bench.store.artifacts("method/1/synthesize", "syntheticProblems")).toHaveLength(12);
    expect(bench.store.artifacts("method/1/train", "adapters")).toHaveLength(1);
    expect(bench.store.step("method/1/synthesize")!.calls.count).toBeGreaterThan(12);
    const paid = bench.store
      .steps()
      .reduce((sum, { stage, calls }) => sum + (/diagnose|cluster|synth/.test(stage) ? calls.count : 0), 0);
    expect(paid).toBe(requests.length);

    const before = [...canonicalDump(bench.store)].join("\n");
    expect(await run()).toEqual([]);
    expect([...canonicalDump(bench.store)].join("\n")).toBe(before);
  });

  it("asks for no more than what a changed setting adds", async () => {
    await run();
    const again = await run(scriptedTeacher, "recompute");
    expect(again).toEqual([]);
    expect(countsOf("method/1/synthesize")).toMatchObject({ done: 12 });
  });

  it("drops by votes what is wrong, with its reason", async () => {
    await run((request) => {
      const answer = scriptedTeacher(request);
      // The first problem of every call says one more than is right, at the end alone.
      return { text: answer.text.replace(/#### (\d+)/, (_, number) => `#### ${Number(number) + 1}`) };
    });
    const dropped = bench.store.artifacts("method/1/synthesize", "droppedProblems");
    expect(dropped.find(({ reason }) => reason === "answer-disagrees")?.detail).toContain(
      "independent solutions",
    );
  });

  it("counts answers that are cut, empty or refused apart, and keeps their texts", async () => {
    let diagnoses = 0;
    await run((request) => {
      if (!request.prompt.includes("Find its first mistake")) return scriptedTeacher(request);
      diagnoses += 1;
      if (diagnoses === 1) return { text: "" };
      if (diagnoses === 2) return { text: '{"line": 1, "explan', finishReason: "length" };
      if (diagnoses === 3) return { text: "I'm sorry, but I can't help with that." };
      return scriptedTeacher(request);
    });
    expect(countsOf("method/1/diagnose")?.notDone).toEqual({
      "instructor's answer empty": 1,
      "instructor's answer cut at the token limit": 1,
      "instructor declined to answer": 1,
    });
    const reasons = bench.store.items("method/1/diagnose").flatMap(({ reason }) => reason ?? []);
    expect(reasons).toContainEqual(expect.stringContaining("can't help with that"));
  });
});

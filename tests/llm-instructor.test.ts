import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { recipes } from "../src/config/recipes.ts";
import { canonicalDump } from "../src/engine/canonical-dump.ts";
import { executeRun } from "../src/engine/execute-run.ts";
import { planRun } from "../src/engine/recipe.ts";
import { runFolderAt } from "../src/engine/run-folder.ts";
import type { RunStore } from "../src/engine/run-store.ts";
import { openSqliteRunStore } from "../src/engine/sqlite-run-store.ts";
import { createLlmInstructor } from "../src/instructors/llm/index.ts";
import type { GenerationRequest, LanguageModel } from "../src/models/language-model.ts";
import { scriptedTeacher } from "./support/scripted-teacher.ts";
import { toyProblems } from "./support/toy-problems.ts";
import { createToyServices } from "./support/toy-services.ts";

let directory: string;
let store: RunStore;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "errata-llm-"));
  store = openSqliteRunStore(":memory:");
});
afterEach(() => {
  store.close();
  rmSync(directory, { recursive: true });
});

const given = {
  seedProblems: toyProblems("seed", 30),
  devProblems: toyProblems("dev", 30),
  benchmarkProblems: toyProblems("test", 20).map((problem) => ({ ...problem, benchmark: "toy" })),
  novelFromProblems: [],
};

/** Runs the whole of `sei` with a language model as the instructor; returns what it was asked. */
async function run(teacher = scriptedTeacher, verify = "votes"): Promise<GenerationRequest[]> {
  const requests: GenerationRequest[] = [];
  const model: LanguageModel = {
    id: "teacher",
    concurrency: 4,
    async generate(request) {
      requests.push(request);
      return { finishReason: "stop", usage: { inputTokens: 5, outputTokens: 7 }, ...teacher(request) };
    },
  };
  const overrides = {
    synthesize: { problems: 12, problemsPerCall: 4, verify, noveltyThreshold: 1 },
    select: { devBad: 4, devGood: 4, keep: 0.5 },
  };
  await executeRun({
    plan: planRun(recipes.sei, {
      iterations: 1,
      overrides,
      given: ["seedProblems", "devProblems", "benchmarkProblems", "novelFromProblems"],
    }),
    given,
    seed: "0",
    services: { ...createToyServices(), instructor: createLlmInstructor({ model, protocol: "sei" }) },
    store,
    folder: runFolderAt(directory),
    signal: new AbortController().signal,
    onProgress: () => {},
  });
  return requests;
}
const countsOf = (step: string) => store.step(step)?.counts;

describe("a run whose instructor is a language model", () => {
  it("goes from wrong answers to an adapter, and its answers are paid for once", async () => {
    const requests = await run();
    expect(countsOf("method/1/diagnose")).toMatchObject({ notDone: {} });
    expect(store.artifacts("method/1/cluster", "errorTypes").length).toBeGreaterThan(1);
    expect(store.artifacts("method/1/synthesize", "syntheticProblems")).toHaveLength(12);
    expect(store.artifacts("method/1/train", "adapters")).toHaveLength(1);
    expect(store.step("method/1/synthesize")!.calls.count).toBeGreaterThan(12);
    const paid = store
      .steps()
      .reduce((sum, { stage, calls }) => sum + (/diagnose|cluster|synth/.test(stage) ? calls.count : 0), 0);
    expect(paid).toBe(requests.length);

    const before = [...canonicalDump(store)].join("\n");
    expect(await run()).toEqual([]);
    expect([...canonicalDump(store)].join("\n")).toBe(before);
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
    const dropped = store.artifacts("method/1/synthesize", "droppedProblems");
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
    const reasons = store.items("method/1/diagnose").flatMap(({ reason }) => reason ?? []);
    expect(reasons).toContainEqual(expect.stringContaining("can't help with that"));
  });
});

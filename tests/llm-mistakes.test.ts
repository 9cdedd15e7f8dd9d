import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { holdingDialogues } from "../src/config/measurements.ts";
import { recipes } from "../src/config/recipes.ts";
import { canonicalDump } from "../src/engine/canonical-dump.ts";
import { planRun } from "../src/engine/recipe.ts";
import { createLlmInstructor } from "../src/instructors/llm/index.ts";
import type { GenerationRequest } from "../src/models/language-model.ts";
import { mistakeTeacher } from "./support/mistake-teacher.ts";
import { createRunBench, type RunBench } from "./support/run-bench.ts";
import { teacherModel } from "./support/teacher-model.ts";
import { toyProblems } from "./support/toy-problems.ts";
import { createToyServices } from "./support/toy-services.ts";

let bench: RunBench;
beforeEach(() => {
  bench = createRunBench();
});
afterEach(() => bench.remove());

const given = {
  seedProblems: toyProblems("seed", 12),
  benchmarkProblems: toyProblems("test", 9).map((problem) => ({ ...problem, benchmark: "toy" })),
};

/** Runs the whole of `lemma` with a language model as the instructor; returns what it was asked. */
async function run(teacher = mistakeTeacher, recipe = recipes.lemma): Promise<GenerationRequest[]> {
  const requests: GenerationRequest[] = [];
  const model = teacherModel((request) => {
    requests.push(request);
    return teacher(request);
  });
  await bench.execute({
    plan: planRun(recipe, {
      iterations: 1,
      // Toy solutions are alike.
      overrides: { sample: { samples: 2 }, mix: { similarity: 1 } },
      given: ["seedProblems", "benchmarkProblems"],
    }),
    given,
    services: { ...createToyServices(), instructor: createLlmInstructor({ model, protocol: "lemma" }) },
  });
  return requests;
}
const countsOf = (step: string) => bench.store.step(step)?.counts;

describe("a run of LEMMA whose instructor is a language model", () => {
  it("goes from wrong samples to an adapter, and its answers are paid for once", async () => {
    const requests = await run();
    // The target adds only: it gets two of three problems wrong, in the same words each time.
    expect(countsOf("method/1/analyse-mistakes")).toMatchObject({
      done: 8,
      notDone: { "the same text as another sample of the problem": 8 },
    });
    const erroneous = bench.store.artifacts("method/1/collect-errors", "erroneousSolutions");
    expect(Map.groupBy(erroneous, ({ origin }) => origin).get("injected")!.length).toBeGreaterThan(4);
    for (const stage of ["fix-and-continue", "fresh-and-restart"]) {
      expect(countsOf(`method/1/${stage}`)).toMatchObject({ done: erroneous.length, notDone: {} });
    }
    const [example] = bench.store.artifacts("method/1/mix", "trainingExamples");
    expect(example!.completion).toMatch(
      /^ \d+ . \d+ = \d+\n(?:Wait, I should|That does not fit).*\n\d+ . \d+ = \d+\n#### \d+$/,
    );
    expect(bench.store.artifacts("method/1/train", "adapters")).toHaveLength(1);

    const before = [...canonicalDump(bench.store)].join("\n");
    expect(requests.length).toBeGreaterThan(50);
    expect(await run()).toEqual([]);
    expect([...canonicalDump(bench.store)].join("\n")).toBe(before);
  });

  it("lets every model go on from the same prefixes", async () => {
    await run();
    const prefixes = bench.store.artifacts("method/start/forced-prefixes", "forcedPrefixes");
    expect(prefixes.length).toBeGreaterThan(0);
    for (const place of ["method/start", "method/1", "untargeted/end", "without-reflection/end"]) {
      expect(countsOf(`${place}/self-correction`)).toMatchObject({ done: 2 * prefixes.length, notDone: {} });
    }
  });

  it("holds the same dialogues with every model, and not a second time", async () => {
    const recipe = holdingDialogues(recipes.lemma, { rounds: "text", areGiven: false });
    const requests = await run(mistakeTeacher, recipe);
    expect(requests.some(({ prompt }) => prompt.includes("A student has solved"))).toBe(true);
    const dialogues = bench.store.artifacts("method/start/dialogues", "dialogues");
    const followUps = dialogues.filter(({ kind }) => kind === "follow-up").length;
    expect(followUps).toBe(given.benchmarkProblems.length);
    expect(dialogues.length).toBeGreaterThan(followUps);
    for (const place of ["method/start", "method/1", "untargeted/end", "without-reflection/end"]) {
      const answers = bench.store.artifacts(`${place}/converse`, "dialogueAnswers");
      expect(answers).toHaveLength(3 * followUps + (dialogues.length - followUps));
      // The toy target can add, which is what the second round asks for.
      const second = answers.filter(({ kind, round }) => kind === "follow-up" && round === 2);
      expect(second.every(({ attempt }) => attempt.verdict === "right")).toBe(true);
    }
    // What the evaluation has asked already is not asked again.
    const calls = new Map(bench.store.steps().map(({ id, calls: { count } }) => [id, count]));
    expect(calls.get("method/start/converse")).toBe(2 * followUps + (dialogues.length - followUps));
    expect(await run(mistakeTeacher, recipe)).toEqual([]);
  });

  it("counts what cannot be used by its reason", async () => {
    await run((request) => {
      const isSubtraction = request.prompt.includes(": subtract");
      if (isSubtraction && request.prompt.includes("repairs that step")) {
        return { text: '{"continuation": "Wait, that is 0.\\n#### 0"}' };
      }
      if (isSubtraction && request.prompt.includes("solves the problem anew")) {
        return { text: "I'm sorry, but I can't help with that." };
      }
      return mistakeTeacher(request);
    });
    for (const [stage, reason] of [
      ["fix-and-continue", "it does not end right"],
      ["fresh-and-restart", "instructor declined to answer"],
    ]) {
      const { done, notDone } = countsOf(`method/1/${stage}`)!;
      expect(done).toBeGreaterThan(0);
      expect(Object.keys(notDone)).toEqual([reason]);
    }
  });
});

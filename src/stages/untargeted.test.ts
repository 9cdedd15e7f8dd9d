import { describe, expect, it } from "vitest";
import type { TrainingExample } from "../domain/training-example.ts";
import { contextOf, problemOf } from "./stage-context.fixture.ts";
import { untargeted } from "./untargeted.ts";

const examples = (count: number): TrainingExample[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `e${index}`,
    prompt: "",
    completion: "",
    recipe: "sei",
    iteration: 1,
    sources: [],
  }));
const seeds = Array.from({ length: 20 }, (_, index) => problemOf(String(index)));
const run = (made: { trainingExamples: TrainingExample[] }[], seedProblems = seeds, seed = "seed") =>
  untargeted.run(contextOf({ made: [{ seedProblems }, ...made], iteration: 2, seed }), {});

describe("untargeted", () => {
  it("draws as many seed problems as the method made examples in all iterations, each once", async () => {
    const result = await run([{ trainingExamples: examples(3) }, { trainingExamples: examples(4) }]);
    const drawn = result.artifacts.trainingExamples!;
    expect(new Set(drawn.map(({ id }) => id)).size).toBe(7);
    expect(result).toMatchObject({ in: 7, done: 7, notDone: {} });
  });

  it("teaches the reference solution, with its lineage", async () => {
    const result = await run([{ trainingExamples: examples(1) }]);
    const [drawn] = result.artifacts.trainingExamples!;
    const [source] = drawn!.sources;
    expect(drawn).toEqual({
      id: `untargeted-2-${source}`,
      prompt: `Question: What is ${source}?\nSolution:`,
      completion: ` It is ${source}.`,
      recipe: "untargeted",
      iteration: 2,
      sources: [source],
    });
  });

  it("draws by the seed", async () => {
    const made = [{ trainingExamples: examples(5) }];
    expect(await run(made)).toEqual(await run(made));
    expect(await run(made, seeds, "another")).not.toEqual(await run(made));
  });

  it("says when too few problems have a solution", async () => {
    const seedProblems = [...seeds.slice(0, 2), problemOf("unsolved", { solution: "" })];
    const result = await run([{ trainingExamples: examples(5) }], seedProblems);
    expect(result).toMatchObject({
      in: 5,
      done: 2,
      notDone: { "too few seed problems with a solution": 3 },
    });
  });
});

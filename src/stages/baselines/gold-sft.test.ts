import { describe, expect, it } from "vitest";
import type { TrainingExample } from "../../domain/training-example.ts";
import { attemptOf, contextOf, problemOf } from "../stage-context.fixture.ts";
import type { Examples } from "./budget.ts";
import { goldSft } from "./gold-sft.ts";

const ids = Array.from({ length: 12 }, (_, index) => String(index));
/** Every second problem is a bad case. */
const attempted = {
  seedProblems: ids.map((id) => problemOf(id)),
  attempts: ids.map((id) => attemptOf(id, Number(id) % 2 === 0 ? "wrong" : "right")),
};
const example = (source: string): TrainingExample => ({
  id: `e${source}`,
  prompt: "",
  completion: "",
  recipe: "any",
  iteration: 1,
  sources: [source],
});
const run = (
  examples: Examples,
  made: { trainingExamples: TrainingExample[] }[] = [],
  seedProblems = attempted.seedProblems,
  cases: "bad" | "all" = "bad",
) => goldSft.run(contextOf({ made: [{ ...attempted, seedProblems }, ...made] }), { examples, cases });

describe("gold-sft", () => {
  it("draws bad cases alone, each once, with their reference solutions", async () => {
    const { artifacts, ...counts } = await run(4);
    expect(counts).toEqual({ in: 4, done: 4, notDone: {} });
    const sources = artifacts.trainingExamples!.map(({ sources: [source] }) => Number(source));
    expect(new Set(sources).size).toBe(4);
    expect(sources.every((source) => source % 2 === 0)).toBe(true);
    const [first] = artifacts.trainingExamples!;
    expect(first).toMatchObject({ recipe: "gold-sft", completion: ` It is ${first!.sources[0]}.` });
  });

  it("takes no bad case again that an earlier iteration taught, and says how many are lacking", async () => {
    const { artifacts, ...counts } = await run(4, [{ trainingExamples: ["0", "2", "4"].map(example) }]);
    expect(artifacts.trainingExamples!.map(({ sources: [source] }) => source).sort()).toEqual([
      "10",
      "6",
      "8",
    ]);
    expect(counts).toMatchObject({
      in: 4,
      done: 3,
      notDone: { "too few further bad cases with a solution": 1 },
    });
  });

  it("makes as many as the method in all its iterations, whatever those were made of", async () => {
    const made = [{ trainingExamples: ["0", "2"].map(example) }, { trainingExamples: ["4"].map(example) }];
    expect((await run("as-the-method", made)).artifacts.trainingExamples).toHaveLength(3);
  });

  it("draws any cases where it shall not look at the errors", async () => {
    const { artifacts } = await run(12, [], attempted.seedProblems, "all");
    expect(artifacts.trainingExamples!.map(({ sources: [source] }) => source).sort()).toEqual(ids.toSorted());
  });

  it("leaves out problems without a solution", async () => {
    const unsolved = attempted.seedProblems.map((problem) => ({ ...problem, solution: "" }));
    expect((await run(4, [], unsolved)).done).toBe(0);
  });
});

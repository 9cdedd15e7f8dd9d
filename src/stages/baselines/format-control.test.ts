import { describe, expect, it } from "vitest";
import type { TrainingExample } from "../../domain/training-example.ts";
import { attemptOf, contextOf, problemOf } from "../stage-context.fixture.ts";
import { formatControl } from "./format-control.ts";

/** Every second problem is solved, with a marked answer where its number divides by four. */
const ids = Array.from({ length: 12 }, (_, index) => String(index));
const seedProblems = ids.map((id) => problemOf(id, { solution: `It is ${id}.\n#### ${id}` }));
const attempts = ids.map((id) => ({
  ...attemptOf(id, Number(id) % 2 === 0 ? "right" : "wrong"),
  output: Number(id) % 4 === 0 ? ` I say ${id}\n#### ${id} ` : ` I say ${id} `,
}));

function run(
  settings: { examples: number | "as-the-method"; solutions?: "own" | "reference" },
  made: { trainingExamples: TrainingExample[] }[] = [],
  problems = seedProblems,
) {
  const context = contextOf({ made: [{ seedProblems: problems, attempts }, ...made] });
  return formatControl.run(context, { solutions: "own", ...settings });
}
const completionsOf = ({ artifacts }: Awaited<ReturnType<typeof run>>) =>
  new Map(artifacts.trainingExamples!.map(({ sources: [source], completion }) => [source, completion]));

describe("format-control", () => {
  it("teaches the target's own right solutions, and marks the answers that it does not mark", async () => {
    const result = await run({ examples: 6 });
    expect(result).toMatchObject({ in: 6, done: 6, notDone: {} });
    const completions = completionsOf(result);
    expect([...completions.keys()].sort()).toEqual(["0", "10", "2", "4", "6", "8"]);
    expect(completions.get("4")).toBe(" I say 4\n#### 4");
    expect(completions.get("2")).toBe(" I say 2\n#### 2");
  });

  it("marks an answer as GSM8K does where the reference marks none", async () => {
    const unmarked = seedProblems.map((problem) => ({ ...problem, solution: "" }));
    expect(completionsOf(await run({ examples: 6 }, [], unmarked)).get("2")).toBe(" I say 2\n#### 2");
    expect((await run({ examples: 6, solutions: "reference" }, [], unmarked)).done).toBe(0);
  });

  it("teaches the reference solutions of solved problems, if asked", async () => {
    const completions = completionsOf(await run({ examples: 6, solutions: "reference" }));
    expect(completions.get("2")).toBe(" It is 2.\n#### 2");
  });

  it("teaches no problem again, says how many are lacking, and as a control makes as many as the method", async () => {
    const [first] = (await run({ examples: 6 })).artifacts.trainingExamples!;
    const earlier = [{ trainingExamples: [first!] }];
    expect(await run({ examples: 6 }, earlier)).toMatchObject({
      done: 5,
      notDone: { "too few further good cases": 1 },
    });
    expect((await run({ examples: "as-the-method" }, earlier)).done).toBe(1);
  });
});

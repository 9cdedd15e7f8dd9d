import { describe, expect, it } from "vitest";
import type { Sample } from "../../domain/sample.ts";
import { attemptOf, type ContextParts, contextOf, problemOf } from "../stage-context.fixture.ts";
import type { Examples } from "./budget.ts";
import { rft } from "./rft.ts";

const sample = (problemId: string, number: number, output: string, isRight = true): Sample => ({
  ...attemptOf(problemId, isRight ? "right" : "wrong"),
  id: `${problemId}#${number}`,
  output,
  seed: number,
});
const seedProblems = ["a", "b"].map((id) => problemOf(id));
const samples = [
  sample("a", 0, " 3 + 4 = 7"),
  sample("a", 1, " We add: 3 + 4 = 7"),
  sample("a", 2, " 4 + 3 = 7"),
  sample("a", 3, " 3 + 4 = 8", false),
  sample("b", 0, " 2 * 5 = 10"),
];
const run = (examples: Examples, made: ContextParts["made"] = []) =>
  rft.run(contextOf({ made: [{ seedProblems, samples }, ...made] }), { examples });
const idsOf = ({ artifacts }: Awaited<ReturnType<typeof run>>) =>
  artifacts.trainingExamples!.map(({ id }) => id).sort();

describe("rft", () => {
  it("keeps right samples, one of each way of calculating, and says what became of the others", async () => {
    const result = await run(10);
    expect(idsOf(result)).toEqual(["rft-1-a#0", "rft-1-a#2", "rft-1-b#0"]);
    expect(result).toMatchObject({
      in: 5,
      done: 3,
      notDone: { "not right": 1, "reasoned as another": 1 },
      remarks: ["RFT has 3 examples where 10 were to be made."],
    });
    expect(result.artifacts.trainingExamples).toContainEqual({
      id: "rft-1-a#0",
      prompt: "Question: What is a?\nSolution:",
      completion: " 3 + 4 = 7",
      recipe: "rft",
      iteration: 1,
      sources: ["a"],
    });
  });

  it("takes of every problem one before it takes a second of any", async () => {
    const result = await run(2);
    expect(idsOf(result)).toEqual(["rft-1-a#0", "rft-1-b#0"]);
    expect(result.notDone).toMatchObject({ "not needed": 1 });
    expect(result.remarks).toBeUndefined();
  });

  it("takes nothing that an earlier iteration taught, and as a control as many as the method", async () => {
    const { artifacts } = await run(2);
    const earlier = [{ trainingExamples: artifacts.trainingExamples! }];
    expect(idsOf(await run(2, earlier))).toEqual(["rft-1-a#2"]);
    expect(idsOf(await run("as-the-method", earlier))).toHaveLength(2);
  });
});

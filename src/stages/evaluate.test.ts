import { describe, expect, it } from "vitest";
import { UnusableAnswerError } from "../foundation/errors.ts";
import { evaluate } from "./evaluate.ts";
import { adapterOf, contextOf, notingTarget, problemOf, scriptedModel } from "./stage-context.fixture.ts";

const benchmarkProblems = [
  { ...problemOf("1"), benchmark: "a" },
  { ...problemOf("blocked"), benchmark: "a" },
  { ...problemOf("1"), benchmark: "b" },
];

describe("evaluate", () => {
  it("attempts every problem of every benchmark, also one that two of them share", async () => {
    const { model } = scriptedModel(({ problemId = "" }) => {
      if (problemId === "blocked") throw new UnusableAnswerError("blocked by a filter");
      return `It is ${problemId}`;
    });
    const { target, asked } = notingTarget(model);
    const made = [{ benchmarkProblems, adapters: [adapterOf("first")] }];
    const context = contextOf({ made, services: { target } });
    const result = await evaluate.run(context, evaluate.settings.parse({}));

    expect(asked).toEqual(["first"]);
    expect(context.items).toEqual(["a/1", "a/blocked", "b/1"]);
    const rows = result.artifacts.evaluatedProblems!;
    expect(rows.map(({ benchmark, attempt }) => [benchmark, attempt.problemId, attempt.verdict])).toEqual([
      ["a", "1", "right"],
      ["b", "1", "right"],
    ]);
    expect(result).toMatchObject({ in: 3, done: 2, notDone: { "blocked by a filter": 1 } });
  });
});

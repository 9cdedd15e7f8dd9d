import { describe, expect, it } from "vitest";
import { UnusableAnswerError } from "../foundation/errors.ts";
import { mwpbenchGrader } from "../graders/compatibility/index.ts";
import { mathGrader } from "../graders/math/index.ts";
import { withScores } from "../graders/scoring-grader.ts";
import { evaluate } from "./evaluate.ts";
import {
  adapterOf,
  contextOf,
  generationOf,
  notingTarget,
  problemOf,
  scriptedModel,
} from "./stage-context.fixture.ts";

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

  it("scores the same text by every rule, and asks for it once", async () => {
    const problem = {
      ...problemOf("12", { answer: "(B) 12", choices: ["(A) 2", "(B) 12"] }),
      benchmark: "a",
    };
    const { model, requests } = scriptedModel(() => "The answer is B.");
    const scores = { errata: mathGrader, paper: mwpbenchGrader };
    const services = { target: notingTarget(model).target, benchmarkGrader: withScores(mathGrader, scores) };
    const context = contextOf({ made: [{ benchmarkProblems: [problem] }], services });
    const result = await evaluate.run(context, evaluate.settings.parse({}));

    expect(requests).toHaveLength(1);
    expect(result.artifacts.evaluatedProblems).toMatchObject([
      {
        attempt: { verdict: "right" },
        scores: { errata: { verdict: "right" }, paper: { verdict: "wrong", prediction: "b" } },
      },
    ]);
  });

  it.each([
    [{ text: "", finishReason: "stop" }, "empty", "empty"],
    [{ text: "I would rather not.", finishReason: "refusal" }, "refused", "refused"],
    [{ text: "First, 3 +", finishReason: "length" }, "truncated", "truncated"],
  ] as const)("tells %j apart from wrong by every rule", async (generation, ours, papers) => {
    const { model } = scriptedModel(() => generationOf(generation.text, generation));
    const grader = withScores(mathGrader, { errata: mathGrader, paper: mwpbenchGrader });
    const services = { target: notingTarget(model).target, benchmarkGrader: grader };
    const made = [{ benchmarkProblems: [{ ...problemOf("1"), benchmark: "a" }] }];
    const result = await evaluate.run(contextOf({ made, services }), evaluate.settings.parse({}));
    expect(result.artifacts.evaluatedProblems).toMatchObject([
      { attempt: { verdict: ours }, scores: { errata: { verdict: ours }, paper: { verdict: papers } } },
    ]);
  });
});

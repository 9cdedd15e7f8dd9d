import { expect, it } from "vitest";
import { graders } from "./graders.ts";
import { gradersOf, primaryScoreOf } from "./graders-of.ts";

const { math, mwpbench, choice } = graders;
const qwen = graders["qwen2.5-math"];
const seiPaper = graders["sei-paper"];

it.each([
  [{ recipe: "sei" }, math, "errata", { errata: math, paper: mwpbench }],
  [{ recipe: "sei-paper" }, seiPaper, "paper", { errata: math, paper: mwpbench }],
  [{ recipe: "sei-paper", grader: "math" }, math, "errata", { errata: math, paper: mwpbench }],
  [{ recipe: "sei", grader: "qwen2.5-math" }, qwen, "paper", { errata: math, paper: qwen }],
  [{ recipe: "sei", benchmarkGrader: "qwen2.5-math" }, math, "paper", { errata: math, paper: qwen }],
  [
    { recipe: "sei", grader: "qwen2.5-math", benchmarkGrader: "choice" },
    qwen,
    "errata",
    { errata: choice, paper: qwen },
  ],
  [{ recipe: "sei", grader: "sei-paper" }, seiPaper, "own", { errata: math, paper: mwpbench, own: seiPaper }],
] as const)("%j has its graders and scores", (config, grader, primary, scores) => {
  const found = gradersOf(config);
  expect(found.grader).toBe(grader);
  expect(found.benchmarkGrader.scores).toEqual(scores);
  expect(primaryScoreOf(config)).toBe(primary);
});

it("names every rule in the id, so that a new version of any reads stored texts again", () => {
  const { benchmarkGrader } = gradersOf({ recipe: "sei", grader: { id: "mine@1", grade: () => true } });
  expect(benchmarkGrader.id).toBe(
    `custom:mine@1; errata: ${math.id}; paper: ${mwpbench.id}; own: custom:mine@1`,
  );
  expect(benchmarkGrader.grade("1", "2").verdict).toBe("right");
});

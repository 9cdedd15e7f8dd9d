import { expect, it } from "vitest";
import { graders } from "./graders.ts";
import { gradersOf } from "./graders-of.ts";

it.each([
  [{ recipe: "sei" }, graders.math, graders.math],
  [{ recipe: "sei-paper" }, graders["sei-paper"], graders.mwpbench],
  [{ recipe: "sei-paper", grader: "math" }, graders.math, graders.math],
  [{ recipe: "sei", benchmarkGrader: "qwen2.5-math" }, graders.math, graders["qwen2.5-math"]],
] as const)("%j has its graders", (config, grader, benchmarkGrader) => {
  expect(gradersOf(config)).toEqual({ grader, benchmarkGrader });
});

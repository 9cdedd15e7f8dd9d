import type { Grader } from "../graders/grader.ts";
import { type CustomGrader, createCustomGrader } from "./custom-grader.ts";
import { type GraderName, graders } from "./graders.ts";
import type { RecipeName } from "./recipes.ts";
import type { Config } from "./schema.ts";

/** By what a recipe learns and measures when a configuration says nothing: a reproduction by its paper's own rules. */
const usualGraders: Record<RecipeName, { grader: GraderName; benchmarkGrader: GraderName }> = {
  sei: { grader: "math", benchmarkGrader: "math" },
  "sei-paper": { grader: "sei-paper", benchmarkGrader: "mwpbench" },
};

/** The graders of a configuration. One that is named alone grades the benchmarks too. */
export function gradersOf({
  recipe,
  grader,
  benchmarkGrader,
}: Pick<Config, "recipe" | "grader" | "benchmarkGrader">): { grader: Grader; benchmarkGrader: Grader } {
  const usual = usualGraders[recipe];
  return {
    grader: graderOf(grader ?? usual.grader),
    benchmarkGrader: graderOf(benchmarkGrader ?? grader ?? usual.benchmarkGrader),
  };
}

function graderOf(chosen: GraderName | CustomGrader): Grader {
  return typeof chosen === "string" ? graders[chosen] : createCustomGrader(chosen);
}

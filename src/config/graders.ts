import { choiceGrader } from "../graders/choice/index.ts";
import { mwpbenchGrader, qwenMathGrader, seiPaperGrader } from "../graders/compatibility/index.ts";
import type { Grader } from "../graders/grader.ts";
import { mathGrader } from "../graders/math/index.ts";
import type { RecipeName } from "./recipes.ts";
import type { Config } from "./schema.ts";

/** Graders by the names a configuration gives them. */
export const graders = {
  math: mathGrader,
  choice: choiceGrader,
  "sei-paper": seiPaperGrader,
  mwpbench: mwpbenchGrader,
  "qwen2.5-math": qwenMathGrader,
} as const satisfies Record<string, Grader>;

type GraderName = keyof typeof graders;

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
    grader: graders[grader ?? usual.grader],
    benchmarkGrader: graders[benchmarkGrader ?? grader ?? usual.benchmarkGrader],
  };
}

import type { ScoreName } from "../domain/evaluation.ts";
import type { Grader } from "../graders/grader.ts";
import { type ScoringGrader, withScores } from "../graders/scoring-grader.ts";
import { type CustomGrader, createCustomGrader } from "./custom-grader.ts";
import { type GraderName, graders } from "./graders.ts";
import type { RecipeName } from "./recipes.ts";
import type { Config } from "./schema.ts";

type GraderChoice = GraderName | CustomGrader;
type GraderSettings = Pick<Config, "recipe" | "grader" | "benchmarkGrader">;

/**
 * By what a recipe learns and measures when a configuration says nothing: a reproduction by its paper's own rules, any
 * other by ours.
 */
const usualGraders: Partial<Record<RecipeName, { grader: GraderName; benchmarkGrader: GraderName }>> = {
  "sei-paper": { grader: "sei-paper", benchmarkGrader: "mwpbench" },
  "lemma-paper": { grader: "qwen2.5-math", benchmarkGrader: "qwen2.5-math" },
};

/** The rules by which papers report benchmarks: SEI's (papers' section 1.8) and LEMMA's (2.5). */
const papersRules: readonly GraderChoice[] = ["mwpbench", "qwen2.5-math"];
const ourRules: readonly GraderChoice[] = ["math", "choice"];

/**
 * The graders of a configuration. One that is named alone grades the benchmarks too. Benchmarks are scored by our rule
 * and by the paper's, whichever of them decides, and by the user's own where that decides.
 */
export function gradersOf(settings: GraderSettings): { grader: Grader; benchmarkGrader: ScoringGrader } {
  const { grader, benchmarkGrader } = choicesOf(settings);
  const primary = graderOf(benchmarkGrader);
  const paper = [benchmarkGrader, grader].find((choice) => papersRules.includes(choice)) ?? "mwpbench";
  const scores = { errata: graders.math, paper: graderOf(paper), [scoreNameOf(benchmarkGrader)]: primary };
  return { grader: graderOf(grader), benchmarkGrader: withScores(primary, scores) };
}

/** The score that decides, and that headlines tell. */
export function primaryScoreOf(settings: GraderSettings): ScoreName {
  return scoreNameOf(choicesOf(settings).benchmarkGrader);
}

function choicesOf({ recipe, grader, benchmarkGrader }: GraderSettings) {
  const usual = usualGraders[recipe] ?? { grader: "math", benchmarkGrader: "math" };
  return {
    grader: grader ?? usual.grader,
    benchmarkGrader: benchmarkGrader ?? grader ?? usual.benchmarkGrader,
  };
}

function scoreNameOf(choice: GraderChoice): ScoreName {
  if (ourRules.includes(choice)) return "errata";
  return papersRules.includes(choice) ? "paper" : "own";
}

function graderOf(chosen: GraderChoice): Grader {
  return typeof chosen === "string" ? graders[chosen] : createCustomGrader(chosen);
}

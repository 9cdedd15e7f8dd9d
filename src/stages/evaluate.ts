import { z } from "zod";
import type { BenchmarkProblem, EvaluatedProblem, Scores } from "../domain/evaluation.ts";
import type { ScoringGrader } from "../graders/scoring-grader.ts";
import type { Generation } from "../models/language-model.ts";
import { attemptItems, attemptOf, gradeGeneration, solveGreedily } from "./attempt-problems.ts";
import { expectedAttempts } from "./forecast.ts";
import { countOutcomes, doneOutputs } from "./outcomes.ts";
import { defineStage } from "./stage.ts";

/**
 * Greedy attempts of the current target model at the benchmarks (papers' section 1.8), each text scored by every rule
 * of the grader: another version of a rule reads the stored texts again, without a call.
 *
 * Only measurements read `benchmarkProblems`, and nothing reads what they write but other measurements and the report.
 */
export const evaluate = defineStage({
  name: "evaluate",
  version: 2,
  settings: z.strictObject({ maxOutputTokens: z.int().positive().default(512) }),
  reads: ["benchmarkProblems"],
  mayRead: ["adapters"],
  writes: ["evaluatedProblems"],
  uses: ["target", "template", "benchmarkGrader"],
  forecast(view, { maxOutputTokens }) {
    const adapter = view.origin("adapters");
    const problems = "benchmarkProblems";
    const { calls, attempts } = expectedAttempts(view, { problems, adapter, maxOutputTokens });
    return { calls: [calls], leaves: { evaluatedProblems: attempts } };
  },
  async run(context, { maxOutputTokens }) {
    const { target, template, benchmarkGrader } = context.services;
    const model = await target.withAdapter(context.read("adapters").at(-1) ?? null);
    const problems = context.read("benchmarkProblems");
    const items = attemptItems(model, problems, maxOutputTokens, ({ benchmark, id }) => `${benchmark}/${id}`);
    const outcomes = await context.each(items, model.concurrency, async (problem) => {
      const generation = await solveGreedily({ template, model, problem, maxOutputTokens }, context.signal);
      return evaluateGeneration(benchmarkGrader, generation, problem);
    });
    return { artifacts: { evaluatedProblems: doneOutputs(outcomes) }, ...countOutcomes(outcomes) };
  },
});

function evaluateGeneration(
  grader: ScoringGrader,
  generation: Generation,
  problem: BenchmarkProblem,
): EvaluatedProblem {
  const grade = gradeGeneration(grader, generation, problem);
  const scores = grader.scores && scoresOf(grader.scores, generation, problem);
  return {
    benchmark: problem.benchmark,
    attempt: attemptOf(problem, generation, grade),
    ...(scores ? { scores } : {}),
  };
}

function scoresOf(
  rules: NonNullable<ScoringGrader["scores"]>,
  generation: Generation,
  problem: BenchmarkProblem,
): Scores {
  return Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => [name, gradeGeneration(rule, generation, problem)]),
  );
}

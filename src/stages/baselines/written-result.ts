import type { StageContext, StageResult } from "../stage.ts";
import { resultOf, type Written } from "../synthesize/write-problems.ts";
import { trainingExampleOf } from "../training-example-of.ts";
import { shortfall } from "./budget.ts";

/** What was written, every kept problem a training example: a baseline selects nothing. */
export function writtenResult(
  { iteration, services }: Pick<StageContext, "iteration" | "services">,
  recipe: string,
  budget: number,
  written: Written,
): StageResult {
  const { artifacts, notDone, ...counts } = resultOf(written);
  const missing = shortfall("not written", budget, written.kept.length);
  const trainingExamples = written.kept.map((problem) =>
    trainingExampleOf(problem, {
      recipe,
      iteration,
      template: services.template,
      sources: problem.origin.seeds,
    }),
  );
  return {
    artifacts: { ...artifacts, trainingExamples },
    ...counts,
    in: counts.in + (missing["not written"] ?? 0),
    notDone: { ...notDone, ...missing },
  };
}

import type { Problem } from "../../domain/problem.ts";
import type { SyntheticProblem } from "../../domain/synthetic-problem.ts";
import { ErrataError } from "../../foundation/errors.ts";
import type { StageContext } from "../stage.ts";
import { trainingExampleOf } from "../training-example-of.ts";
import type { SelectionTask } from "./strategy.ts";

/** Tells how candidates would move the target, by gradients on them as they would be trained on. */
export function influencesOf(
  context: StageContext,
  candidates: readonly SyntheticProblem[],
): ReturnType<SelectionTask["influences"]> {
  const { recipe, iteration, services, progress } = context;
  const { trainer, template } = services;
  const { influences } = trainer;
  if (!influences)
    throw new ErrataError(`The trainer ${trainer.id} does not tell gradients, which \`less\` selects by.`, {
      advice: "Take the embedded trainer or `trl`, or another `stages.select.strategy`.",
    });
  const examplesOf = (problems: readonly Problem[]) =>
    problems.map((problem) => trainingExampleOf(problem, { recipe, iteration, template }));
  return ({ targets, warmUp, settings }) =>
    influences({
      candidates: examplesOf(candidates),
      targets: targets.map(examplesOf),
      warmUp: examplesOf(warmUp),
      settings,
      onProgress: (done, total) => progress(done, total, "gradients"),
      onStatus: (status) => progress(0, 0, status),
    });
}

import { recipeOf } from "../../config/recipe-of.ts";
import { refuseImpossibleSelection } from "../../config/refuse-impossible-selection.ts";
import type { Config } from "../../config/schema.ts";
import { refuseUnservable } from "../../config/servable.ts";
import type { Given } from "../../engine/execute-run.ts";
import { type Plan, planRun } from "../../engine/recipe.ts";
import type { ReviewDecisions } from "../../stages/review/decisions.ts";
import type { ArtifactName } from "../../stages/stage.ts";

export interface ReviewOptions {
  /** A person reviews the error types of every iteration. */
  waitForPerson: boolean;
  /** What was decided so far, by iteration. */
  decisions: ReadonlyMap<number, ReviewDecisions>;
}

/** The steps of a configuration. Throws where a setting or the data do not fit the recipe, or the target the trainer. */
export function planOf(config: Config, given: Given, { waitForPerson, decisions }: ReviewOptions): Plan {
  const { iterations, until, stages } = config;
  const plan = planRun(recipeOf(config), {
    iterations,
    until,
    overrides: waitForPerson ? { ...stages, review: { ...stages.review, waitForPerson } } : stages,
    // A decided review depends on the decisions alone, not on whether this command would have waited for them.
    stepOverrides: Object.fromEntries(
      [...decisions].map(([iteration, decided]) => [
        `method/${iteration}/review`,
        { waitForPerson: false, decisions: decided },
      ]),
    ),
    given: Object.keys(given) as ArtifactName[],
  });
  refuseUnservable(plan, config);
  refuseImpossibleSelection(plan, config);
  return plan;
}

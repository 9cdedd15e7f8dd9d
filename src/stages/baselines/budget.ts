import { z } from "zod";
import type { ForecastView } from "../forecast.ts";
import type { ArtifactName, StageContext } from "../stage.ts";

/**
 * How many training examples a baseline makes in an iteration. Alone, a number: by default what Self-Error-Instruct trains
 * on in an iteration, 5 % of 10,000 (papers' section 1.1). As a control, as many as the method has made in all.
 */
export const Examples = z.union([z.int().positive(), z.literal("as-the-method")]).default(500);
export type Examples = z.infer<typeof Examples>;

/** The number of examples to make. */
export function budgetOf(context: Pick<StageContext, "readEvery">, examples: Examples): number {
  return examples === "as-the-method" ? context.readEvery("trainingExamples").length : examples;
}

/** The same before a run. */
export function expectedBudget(
  view: Pick<ForecastView<ArtifactName>, "countEvery">,
  examples: Examples,
): number {
  return examples === "as-the-method" ? view.countEvery("trainingExamples") : examples;
}

/** The items that the baseline has made examples of in earlier iterations: a second one would be the same again. */
export function usedSources(
  context: Pick<StageContext, "readEvery">,
  examples: Examples,
): ReadonlySet<string> {
  // As a control it has made none: those it sees are the method's.
  const own = examples === "as-the-method" ? [] : context.readEvery("trainingExamples");
  return new Set(own.flatMap(({ sources }) => sources));
}

/** Says how many examples are lacking, and why. */
export function shortfall(reason: string, budget: number, made: number): Record<string, number> {
  return made < budget ? { [reason]: budget - made } : {};
}

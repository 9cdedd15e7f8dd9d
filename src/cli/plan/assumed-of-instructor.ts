import { count, percent } from "../../report/format.ts";
import type { Rates } from "../../stages/forecast.ts";
import type { CostEstimate } from "./estimate-cost.ts";

/** What is assumed of the instructor's part in the stages of a run, one phrase for each figure. */
export function assumedOfInstructor({ rates, steps }: Pick<CostEstimate, "rates" | "steps">): string[] {
  const { low, expected, high } = rates;
  const share = (name: Exclude<keyof Rates, "errorTypes">) =>
    `${percent(expected[name], 0)} (${shareRange(low[name], high[name])})`;
  const ofStages = (stages: readonly string[], ...phrases: string[]) =>
    steps.some(({ step }) => stages.includes(step.stage.name)) ? phrases : [];
  return [
    ...ofStages(
      ["cluster"],
      `${share("distinctKeyphrases")} of keyphrases different`,
      `${count(expected.errorTypes)} error types (${count(low.errorTypes)}–${count(high.errorTypes)})`,
    ),
    ...ofStages(
      ["synthesize", "self-instruct", "llms-as-instructors"],
      `${share("novelDrafts")} of new problems novel`,
      `${share("soundDrafts")} of these not refuted by recomputation`,
      `${share("agreement")} of solutions agreeing`,
    ),
    ...ofStages(
      ["collect-errors", "forced-prefixes", "dialogues"],
      `${share("wrongInjections")} of injected mistakes ending wrong`,
      `${share("foundLabels")} of these found again by their label`,
    ),
    ...ofStages(
      ["collect-errors"],
      "samples of a problem wrong half-way between all alike and each by chance",
      `${share("rightCorrections")} of corrections ending right`,
    ),
  ];
}

/** "20–70%", whichever of the two is more. */
export function shareRange(a: number, b: number): string {
  return `${(Math.min(a, b) * 100).toFixed(0)}–${percent(Math.max(a, b), 0)}`;
}

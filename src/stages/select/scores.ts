import type { SelectionScore } from "../../domain/selection-score.ts";
import type { SyntheticProblem } from "../../domain/synthetic-problem.ts";
import type { DevSet } from "./dev-set.ts";

/** A candidate's one-shot results: one entry a dev case, bad cases first. */
export interface OneShotResults {
  right: boolean[];
}

/** A candidate before it is known whether it is chosen. */
export type Scored = Omit<SelectionScore, "rank" | "selected">;

/** SEI eq. 4 and 5: exact match over bad and over good dev cases, and the mean of the two. */
export function scoreOf(candidate: SyntheticProblem, { right }: OneShotResults, dev: DevSet): Scored {
  const mean = (values: readonly boolean[]) =>
    values.length === 0 ? 0 : values.filter(Boolean).length / values.length;
  const exactMatchBad = mean(right.slice(0, dev.bad.length));
  const exactMatchGood = mean(right.slice(dev.bad.length));
  return {
    problemId: candidate.id,
    errorTypeId: candidate.origin.errorTypeId,
    exactMatchBad,
    exactMatchGood,
    score: (exactMatchBad + exactMatchGood) / 2,
    evaluations: right.length,
  };
}

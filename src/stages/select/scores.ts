import type { SelectionScore } from "../../domain/selection-score.ts";
import type { SyntheticProblem } from "../../domain/synthetic-problem.ts";
import { mean } from "../../foundation/statistics.ts";
import type { DevSet } from "./dev-set.ts";

/** A candidate before it is known whether it is chosen. */
export type Scored = Omit<SelectionScore, "rank" | "selected">;

/**
 * SEI eq. 4 and 5: exact match over bad and over good dev cases, and the mean of the two.
 *
 * @param right for each dev case, bad ones first, whether it is solved, or how likely it is
 */
export function scoreOf(
  candidate: SyntheticProblem,
  right: readonly (boolean | number)[],
  dev: DevSet,
  evaluations = right.length,
): Scored {
  const exactMatch = (of: readonly (boolean | number)[]) => (of.length === 0 ? 0 : mean(of.map(Number)));
  const exactMatchBad = exactMatch(right.slice(0, dev.bad.length));
  const exactMatchGood = exactMatch(right.slice(dev.bad.length));
  return {
    problemId: candidate.id,
    errorTypeId: candidate.origin.errorTypeId,
    exactMatchBad,
    exactMatchGood,
    judgedBy: "attempts",
    score: (exactMatchBad + exactMatchGood) / 2,
    evaluations,
  };
}

/** The score of a candidate that no dev case was attempted with. @param judged by what else, on how many dev cases */
export function scoreWithoutTrials(
  { id, origin: { errorTypeId } }: SyntheticProblem,
  score: number,
  judged?: { by: "likelihoods" | "gradients"; evaluations: number },
): Scored {
  return {
    problemId: id,
    errorTypeId,
    exactMatchBad: 0,
    exactMatchGood: 0,
    score,
    ...(judged ? { judgedBy: judged.by } : {}),
    evaluations: judged?.evaluations ?? 0,
  };
}

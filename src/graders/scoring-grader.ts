import type { ScoreName } from "../domain/evaluation.ts";
import type { Grader } from "./grader.ts";

/** Rules by which one text is scored, by the name of the score. */
export type ScoreRules = Readonly<Partial<Record<ScoreName, Grader>>>;

/** A grader that decides, and beside it the rules by which the same text is scored too. Its `id` covers them all. */
export interface ScoringGrader extends Grader {
  readonly scores?: ScoreRules;
}

/** Gives a grader the rules whose scores stand side by side: where one of them changes, stored texts are read again. */
export function withScores(grader: Grader, scores: ScoreRules): ScoringGrader {
  const rules = Object.entries(scores).map(([name, { id }]) => `${name}: ${id}`);
  return {
    id: [grader.id, ...rules].join("; "),
    grade: (output, referenceAnswer, context) => grader.grade(output, referenceAnswer, context),
    scores,
  };
}

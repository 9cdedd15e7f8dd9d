import { mean } from "../../foundation/statistics.ts";
import type { Selection } from "../report-data.ts";
import type { SelectionSummary } from "./summary.ts";

/** The figures of a selection: how many candidates, how well they scored, and where the line fell. */
export function summarizeSelection({ armId, iteration, devSize, scores }: Selection): SelectionSummary {
  const all = scores.map(({ score }) => score);
  const chosen = scores.filter((candidate) => candidate.selected);
  const selected = chosen.map(({ score }) => score);
  return {
    armId,
    iteration,
    devSize,
    candidates: all.length,
    selected: selected.length,
    evaluations: scores.reduce((sum, { evaluations }) => sum + evaluations, 0),
    certainty: meanOrNull(chosen.flatMap(({ chance }) => (chance === undefined ? [] : [chance]))),
    judgedBy: scores[0]?.judgedBy ?? null,
    meanScore: meanOrNull(all),
    meanSelectedScore: meanOrNull(selected),
    cutOff: cutOffOf(all, selected),
  };
}

const meanOrNull = (values: readonly number[]): number | null => (values.length === 0 ? null : mean(values));

function cutOffOf(all: readonly number[], selected: readonly number[]): SelectionSummary["cutOff"] {
  if (selected.length === 0) return null;
  const score = selected.reduce((lowest, value) => Math.min(lowest, value));
  const atScore = (scores: readonly number[]) => scores.filter((value) => value === score).length;
  return { score, candidates: atScore(all), selected: atScore(selected) };
}

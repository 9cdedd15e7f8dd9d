import type { ReportData, ScoredAttempt } from "../report-data.ts";
import { evaluatedModels } from "./results.ts";
import { scoreSheetOf } from "./score-sheet.ts";
import type { ModelScores } from "./summary.ts";

/** The scores of the base model and of every arm after every iteration; models without scored attempts are left out. */
export function modelScoresOf(data: ReportData): ModelScores[] {
  const base = { armId: null, iteration: 0, evaluations: data.baseEvaluations };
  const adapted = evaluatedModels(data).map((model) => ({
    ...model,
    evaluations: data.evaluations.filter(
      ({ armId, iteration }) => armId === model.armId && iteration === model.iteration,
    ),
  }));
  return [base, ...adapted]
    .map(({ evaluations, ...model }) => ({
      ...model,
      ...scoreSheetOf(measuredIn(data, evaluations), data.run.seed),
    }))
    .filter(({ benchmarks }) => benchmarks.length > 0);
}

function measuredIn(
  { benchmarks }: ReportData,
  evaluations: readonly { benchmarkId: string; attempts: readonly ScoredAttempt[] }[],
) {
  return benchmarks.flatMap((benchmark) => {
    const found = evaluations.find(({ benchmarkId }) => benchmarkId === benchmark.id);
    return found ? [{ benchmark, attempts: found.attempts }] : [];
  });
}

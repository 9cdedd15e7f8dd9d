import type { ScoreName } from "../../domain/evaluation.ts";
import type { Pair } from "./compare-models.ts";
import type { ComparisonReport } from "./comparison-report.ts";

/** A comparison for other programs: one JSON object, indented. */
export function comparisonJson({ a, b, comparison, warnings, lists }: ComparisonReport): string {
  const { benchmarks, total } = comparison;
  const report = { a, b, warnings, benchmarks, total, ...(lists ? { lists: listsJson(lists) } : {}) };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function listsJson({ score, most, onlyA, onlyB }: NonNullable<ComparisonReport["lists"]>) {
  const listed = (pairs: readonly Pair[]) => pairs.slice(0, most).map((pair) => pairJson(pair, score));
  return { score, onlyA: listed(onlyA), onlyB: listed(onlyB) };
}

function pairJson({ problem, a, b }: Pair, score: ScoreName) {
  const { benchmark, id, question, answer } = problem;
  return { benchmark, id, question, answer, a: a.scores?.[score], b: b.scores?.[score] };
}

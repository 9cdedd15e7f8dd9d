import type { EvaluatedProblem } from "../../domain/evaluation.ts";
import { proportion } from "../../foundation/statistics.ts";
import { type Column, layOutTable } from "../../report/console/table.ts";
import { count, percent, percentRange } from "../../report/format.ts";

const columns: readonly Column[] = [
  { title: "benchmark", align: "left" },
  { title: "n", align: "right" },
  { title: "right", align: "right" },
  { title: "accuracy", align: "right" },
  { title: "95% interval", align: "left" },
  { title: "without an answer", align: "right" },
];

/** Accuracy by benchmark, with 95 % intervals. */
export function evaluationTable(evaluated: readonly EvaluatedProblem[], width: number): string[] {
  const byBenchmark = Map.groupBy(evaluated, ({ benchmark }) => benchmark);
  const rows = [...byBenchmark].map(([benchmark, problems]) => {
    const right = problems.filter(({ attempt }) => attempt.verdict === "right").length;
    const answered = problems.filter(({ attempt }) => attempt.prediction !== null).length;
    const accuracy = proportion(right, problems.length);
    return [
      benchmark,
      count(problems.length),
      count(right),
      percent(accuracy.value),
      percentRange(accuracy.interval),
      count(problems.length - answered),
    ];
  });
  return layOutTable(columns, rows, width);
}

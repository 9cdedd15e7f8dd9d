import { count, percent, percentRange, points, pointsRange, pValue } from "../../../report/format.ts";
import type { Summary } from "../../../report/index.ts";
import { markdownTable } from "../../../report/markdown.ts";
import { section } from "./markdown.ts";

/** Accuracy before and after, on every benchmark on which the trained model was measured. */
export function accuracySection(
  { results, run }: Summary,
  { line, iteration }: { line: string; iteration: number },
): string[] {
  const measured = results.filter((result) => result.armId === line && result.iteration === iteration);
  if (measured.length === 0) {
    return section("Accuracy", "This model was not measured on a benchmark.");
  }
  const rows = measured.map(({ benchmarkId, overall: { n, before, after, gain, pValue: p } }) => [
    benchmarkId,
    count(n),
    `${percent(before.value)} (${percentRange(before.interval)})`,
    `${percent(after.value)} (${percentRange(after.interval)})`,
    `${points(gain.value)} (${pointsRange(gain.interval)})`,
    pValue(p),
  ]);
  const text = [
    markdownTable(["benchmark", "n", "base model", "this model", "difference in points", "p"], rows),
    `Greedy answers, graded by \`${run.benchmarkGrader}\`; 95 % intervals; paired differences (Newcombe) and McNemar's exact test, two-sided.`,
  ];
  return section("Accuracy", text.join("\n\n"));
}

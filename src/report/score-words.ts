import type { ScoreName } from "../domain/evaluation.ts";
import type { Interval } from "../foundation/statistics.ts";
import { count, percent, percentRange } from "./format.ts";
import type { AverageScores, BenchmarkScores, ScoreSheet } from "./summary/score-sheet.ts";

/** What ended otherwise than right or wrong: "12 truncated, 3 empty". */
export function otherOutcomes({ verdicts }: Pick<BenchmarkScores, "verdicts">): string {
  return Object.entries(verdicts)
    .filter(([verdict]) => verdict !== "right" && verdict !== "wrong")
    .map(([verdict, attempts]) => `${count(attempts)} ${verdict.replace("-", " ")}`)
    .join(", ");
}

/** "78.0% (75.7–80.1)"; nothing where there is no such score. */
export const shareWithInterval = (share: { value: number; interval: Interval } | undefined): string =>
  share ? `${percent(share.value)} (${percentRange(share.interval)})` : "";

/** "macro average", "macro average, in-domain" */
export const averageTitle = (kind: "micro" | "macro", over: AverageScores["over"]): string =>
  `${kind} average${over === "all" ? "" : `, ${over}`}`;

/** A row of a table of scores: benchmarks, then their averages where there are several. */
export interface ScoreRow {
  name: string;
  n: number | null;
  share(score: ScoreName): { value: number; interval: Interval } | undefined;
  others: string;
  /** Characters of an answer; null of an average over benchmarks. */
  meanLength: number | null;
}

/** The rows of a sheet; `averagesOver` says of which averages. */
export function scoreRows(
  { benchmarks, averages }: ScoreSheet,
  options: { titleOf: (benchmarkId: string) => string; averagesOver: (average: AverageScores) => boolean },
): ScoreRow[] {
  const shown = benchmarks.length > 1 ? averages.filter(options.averagesOver) : [];
  return [
    ...benchmarks.map(
      (benchmark): ScoreRow => ({
        name: options.titleOf(benchmark.benchmarkId),
        n: benchmark.n,
        share: (score) => benchmark.scores[score],
        others: otherOutcomes(benchmark),
        meanLength: benchmark.meanLength,
      }),
    ),
    ...shown.flatMap(({ over, micro, macro }): ScoreRow[] => [
      {
        name: averageTitle("micro", over),
        n: Object.values(micro)[0]?.n ?? null,
        share: (score) => micro[score],
        others: "",
        meanLength: null,
      },
      {
        name: averageTitle("macro", over),
        n: null,
        share: (score) => macro[score],
        others: "",
        meanLength: null,
      },
    ]),
  ];
}

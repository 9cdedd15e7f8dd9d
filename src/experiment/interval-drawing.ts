import { percent, percentRange, points, pointsRange } from "../report/format.ts";
import { type IntervalRow, intervalPlotFile } from "../report/html/charts/interval-plot.ts";
import { roundRange } from "../report/html/charts/scale.ts";
import type { ExperimentResults, Score } from "./results.ts";

/**
 * The text of `results.svg`: by benchmark, the accuracy before training, and of every variation after it with its interval;
 * null where nothing was measured yet.
 */
export function intervalDrawing({ name, first, scores }: ExperimentResults): string | null {
  if (scores.length === 0) return null;
  const byBenchmark = Map.groupBy(scores, ({ benchmark }) => benchmark);
  const labelOf = (benchmark: string, row: string) => (byBenchmark.size === 1 ? row : `${benchmark}: ${row}`);
  const ends = scores.flatMap(({ before, after: { interval } }) => [before, interval.low, interval.high]);
  return intervalPlotFile({
    title: `Accuracy by variation: ${name}`,
    description: scores.map(titleOf).join("; "),
    range: roundRange(ends, 6),
    formatTick: (share) => percent(share, 0),
    axisTitle: `accuracy, 95% intervals; at the right, minus ${first}, in points`,
    columns: [
      { title: "after", width: 52 },
      { title: "minus", width: 52 },
      { title: "95%", width: 104 },
    ],
    rows: [...byBenchmark].flatMap(([benchmark, members]) => [
      rowBefore(members[0]!, labelOf(benchmark, "before")),
      ...members.map((score) => rowAfter(score, labelOf(benchmark, score.variation))),
    ]),
  });
}

const titleOf = ({ benchmark, variation, after }: Score): string =>
  `${variation} on ${benchmark}: ${percent(after.value)} (${percentRange(after.interval)})`;

function rowBefore({ benchmark, before }: Score, label: string): IntervalRow {
  const title = `before training on ${benchmark}: ${percent(before)}`;
  const interval = { low: before, high: before };
  return { label, marks: [{ value: before, interval, series: "base", title }], columns: [percent(before)] };
}

function rowAfter(score: Score, label: string): IntervalRow {
  const { after, margin } = score;
  return {
    label,
    marks: [{ ...after, series: "method", title: titleOf(score) }],
    columns: [percent(after.value), ...(margin ? [points(margin.value), pointsRange(margin.interval)] : [])],
  };
}

import { percent } from "../report/format.ts";
import type { Score } from "./results.ts";
import { byBenchmark } from "./tables.ts";

/** Characters from the lower to the upper end of the scale. */
const width = 48;
/** The scale ends at multiples of this share. */
const tick = 0.05;

/**
 * A chart of characters for every benchmark: the accuracy before training, and of every variation after it, with its
 * interval.
 */
export function intervalCharts(scores: readonly Score[]): string[] {
  const benchmarks = Map.groupBy(byBenchmark(scores), ({ benchmark }) => benchmark);
  return [...benchmarks].map(([benchmark, members]) => chartOf(benchmark, members).join("\n"));
}

function chartOf(benchmark: string, scores: readonly Score[]): string[] {
  const before = scores[0]!.before;
  const ends = scores.flatMap(({ after: { interval } }) => [interval.low, interval.high]);
  const low = Math.max(0, Math.floor(Math.min(before, ...ends) / tick) * tick);
  const high = Math.min(1, Math.ceil(Math.max(before, ...ends) / tick) * tick);
  const place = (share: number) => Math.round(((share - low) / (high - low || 1)) * (width - 1));

  const labels = ["before", ...scores.map(({ variation }) => variation)];
  const labelWidth = Math.max(benchmark.length, ...labels.map(({ length }) => length));
  const [from, to] = [percent(low, 0), percent(high, 0)];
  const row = (label: string, marks: string) => `${label.padEnd(labelWidth)}  ${marks}`.trimEnd();
  return [
    row(benchmark, `${from}${to.padStart(width - from.length)}`),
    row("before", `${" ".repeat(place(before))}○`.padEnd(width + 2) + percent(before)),
    ...scores.map(({ variation, after: { value, interval } }) =>
      row(variation, drawInterval(place(interval.low), place(value), place(interval.high)) + percent(value)),
    ),
  ];
}

function drawInterval(low: number, value: number, high: number): string {
  const marks = Array.from({ length: width + 2 }, (_, at) => {
    if (at === value) return "●";
    if (at === low) return "├";
    if (at === high) return "┤";
    return at > low && at < high ? "─" : " ";
  });
  return marks.join("");
}

import { count } from "../../format.ts";
import { type Html, html } from "../html.ts";
import { type ChartText, drawing } from "./figure.ts";
import { linearScale, round, roundRange } from "./scale.ts";

/** A bin: values in [from, to), drawn as a bar of two parts. */
export interface Bin {
  from: number;
  to: number;
  /** The lower, coloured part. */
  chosen: number;
  /** The upper, grey part. */
  other: number;
}

export interface Histogram extends ChartText {
  bins: readonly Bin[];
  axisTitle: string;
  formatX: (value: number) => string;
  width?: number;
}

const height = 200;
const margin = { top: 12, left: 40, right: 8, bottom: 42 };

/** Counts per bin, with the chosen ones coloured at the foot of each bar. */
export function histogram(chart: Histogram): Html {
  const { width = 372, bins } = chart;
  const bottom = height - margin.bottom;
  const ends = bins.flatMap(({ from, to }) => [from, to]);
  const x = linearScale([Math.min(...ends), Math.max(...ends)], [margin.left, width - margin.right], 5);
  const y = linearScale(
    roundRange([0, ...bins.map(({ chosen, other }) => chosen + other)], 4),
    [bottom, margin.top],
    4,
  );

  const bar = (series: string, { from, to }: Bin, low: number, high: number) =>
    high > low &&
    html`<rect class="bar ${series}" x="${round(x(from) + 0.5)}" width="${round(x(to) - x(from) - 1)}" y="${y(high)}" height="${round(y(low) - y(high))}"/>`;
  return drawing({ width, height }, chart, [
    y.ticks.map(
      (tick) =>
        html`<line class="grid" x1="${margin.left}" x2="${width - margin.right}" y1="${y(tick)}" y2="${y(tick)}"/><text class="tick" x="${margin.left - 6}" y="${y(tick) + 4}" text-anchor="end">${count(tick)}</text>`,
    ),
    x.ticks.map(
      (tick) =>
        html`<text class="tick" x="${x(tick)}" y="${bottom + 17}" text-anchor="middle">${chart.formatX(tick)}</text>`,
    ),
    html`<text class="axis-title" x="${(margin.left + width - margin.right) / 2}" y="${height - 8}" text-anchor="middle">${chart.axisTitle}</text>`,
    bins.map(
      (bin) =>
        html`<g><title>${chart.formatX(bin.from)} to ${chart.formatX(bin.to)}: ${bin.chosen} selected, ${bin.other} not</title>${bar("selected", bin, 0, bin.chosen)}${bar("unselected", bin, bin.chosen, bin.chosen + bin.other)}</g>`,
    ),
  ]);
}

import type { Interval } from "../../../foundation/statistics.ts";
import { type Html, html } from "../html.ts";
import { type ChartText, drawing } from "./figure.ts";
import { linearScale, round, roundRange, type Scale } from "./scale.ts";

export interface LinePoint {
  x: number;
  y: number;
  interval?: Interval;
}

export interface LineSeries {
  /** Class that colours the line. */
  series: string;
  /** Written at the end of the line. */
  label?: string;
  points: readonly LinePoint[];
  /** A fainter line of the raw values behind a smoothed one. */
  raw?: readonly LinePoint[];
}

export interface LineChart extends ChartText {
  axisTitle: string;
  formatX: (value: number) => string;
  formatY: (value: number) => string;
  /** Where the x axis has few values of its own; otherwise round numbers are chosen. */
  xTicks?: readonly number[];
  lines: readonly LineSeries[];
  width?: number;
}

const height = 230;
const margin = { top: 14, left: 46, bottom: 42 };
const labelWidth = 112;
/** Least distance between labels at the ends of lines. */
const labelGap = 14;

/** Lines over a common axis, labelled at their ends: losses per step, accuracies per iteration. */
export function lineChart(chart: LineChart): Html {
  const { width = 372, lines } = chart;
  const everything = lines.flatMap(({ points, raw = [] }) => [...points, ...raw]);
  const xs = everything.map((point) => point.x);
  const ys = everything.flatMap(({ y, interval }) => (interval ? [interval.low, interval.high, y] : [y]));
  const right = width - labelWidth;
  const bottom = height - margin.bottom;
  const x = linearScale([Math.min(...xs), Math.max(...xs)], [margin.left + 10, right - 8], 4);
  const y = linearScale(roundRange(ys, 5), [bottom, margin.top], 5);
  const position = (point: LinePoint): string => `${x(point.x)},${y(point.y)}`;

  return drawing({ width, height }, chart, [
    y.ticks.map(
      (tick) =>
        html`<line class="grid" x1="${margin.left}" x2="${right}" y1="${y(tick)}" y2="${y(tick)}"/><text class="tick" x="${margin.left - 6}" y="${y(tick) + 4}" text-anchor="end">${chart.formatY(tick)}</text>`,
    ),
    (chart.xTicks ?? x.ticks).map(
      (tick) =>
        html`<text class="tick" x="${x(tick)}" y="${bottom + 17}" text-anchor="middle">${chart.formatX(tick)}</text>`,
    ),
    html`<text class="axis-title" x="${(margin.left + right) / 2}" y="${height - 8}" text-anchor="middle">${chart.axisTitle}</text>`,
    lines.map(({ series, points, raw }) => [
      raw && html`<polyline class="line raw ${series}" points="${raw.map(position).join(" ")}"/>`,
      html`<polyline class="line ${series}" points="${points.map(position).join(" ")}"/>`,
      points.map((point) => drawInterval(point, series, x, y)),
    ]),
    placeLabels(lines, y, bottom).map(
      ({ line, at }) =>
        html`<text class="end-label ${line.series}" x="${right}" y="${at}">${line.label}</text>`,
    ),
  ]);
}

function drawInterval(point: LinePoint, series: string, x: Scale, y: Scale): Html | false {
  if (!point.interval) return false;
  const { low, high } = point.interval;
  return html`<g class="mark ${series}"><line x1="${x(point.x)}" x2="${x(point.x)}" y1="${y(low)}" y2="${y(high)}"/><circle cx="${x(point.x)}" cy="${y(point.y)}" r="3"/></g>`;
}

/** Labels beside the ends of their lines, pushed apart where they would touch, and kept above the axis. */
function placeLabels(
  lines: readonly LineSeries[],
  y: Scale,
  bottom: number,
): { line: LineSeries; at: number }[] {
  const placed = lines
    .flatMap((line) => {
      const last = line.points.at(-1);
      return last && line.label ? [{ line, at: y(last.y) + 4 }] : [];
    })
    .sort((one, other) => one.at - other.at);
  for (let index = 1; index < placed.length; index++) {
    placed[index]!.at = Math.max(placed[index]!.at, placed[index - 1]!.at + labelGap);
  }
  const overrun = Math.max(0, (placed.at(-1)?.at ?? 0) - bottom);
  return placed.map(({ line, at }) => ({ line, at: round(at - overrun) }));
}

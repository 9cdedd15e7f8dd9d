import type { Interval } from "../../../foundation/statistics.ts";
import { type Child, type Html, html } from "../html.ts";
import { type ChartText, drawing, drawingFile, type Size } from "./figure.ts";
import { linearScale, type Scale } from "./scale.ts";

/** A dot with its interval. */
export interface IntervalMark {
  value: number;
  interval: Interval;
  /** Class that colours the mark. */
  series: string;
  /** Read out and shown on hovering. */
  title: string;
}

/** One line of the plot; several marks stand below each other and are joined. */
export interface IntervalRow {
  label: string;
  marks: readonly IntervalMark[];
  /** Text in the columns at the right. */
  columns: readonly string[];
}

export interface IntervalPlot extends ChartText {
  range: readonly [number, number];
  formatTick: (value: number) => string;
  axisTitle?: string;
  /** A line that divides the plot, such as "no change". */
  reference?: number;
  columns: readonly { title: string; width: number }[];
  rows: readonly IntervalRow[];
}

const width = 760;
const top = 24;
const tickHeight = 22;
const axisTitleHeight = 18;
/** Letters of a label that are shown, and the room that one takes: an estimate, since fonts differ. */
const longestLabel = 38;
const characterWidth = 6.4;
/** Distance between marks of one row. */
const markGap = 8;

/** Dots and intervals, one row per thing measured: accuracies before and after, gains by arm. */
export function intervalPlot(plot: IntervalPlot): Html {
  const { size, content } = layOut(plot);
  return drawing(size, plot, content);
}

/** The same as the text of an SVG file. */
export function intervalPlotFile(plot: IntervalPlot): string {
  const { size, content } = layOut(plot);
  return drawingFile(size, plot, content);
}

function layOut(plot: IntervalPlot): { size: Size; content: Child } {
  const { rows, columns } = plot;
  const labelLength = Math.min(longestLabel, Math.max(...rows.map(({ label }) => label.length)));
  const rowHeight = 14 + markGap * Math.max(1, ...rows.map(({ marks }) => marks.length));
  const bottom = top + rows.length * rowHeight;
  const columnEnds = endsOf(columns.map((column) => column.width));
  const plotRight = width - columns.reduce((sum, column) => sum + column.width, 0) - 12;
  const x = linearScale(plot.range, [labelLength * characterWidth + 24, plotRight], 6);

  const height = bottom + tickHeight + (plot.axisTitle ? axisTitleHeight : 0);
  const content = [
    x.ticks.map((tick) => gridLine(x(tick), bottom, plot.formatTick(tick))),
    plot.reference !== undefined &&
      html`<line class="reference" x1="${x(plot.reference)}" x2="${x(plot.reference)}" y1="${top - 4}" y2="${bottom}"/>`,
    plot.axisTitle &&
      html`<text class="axis-title" x="${(x.pixels[0] + x.pixels[1]) / 2}" y="${bottom + 34}" text-anchor="middle">${plot.axisTitle}</text>`,
    columns.map(
      ({ title }, column) =>
        html`<text class="axis-title" x="${columnEnds[column]}" y="${top - 9}" text-anchor="end">${title}</text>`,
    ),
    rows.map((row, index) => {
      const middle = top + (index + 0.5) * rowHeight;
      return html`<g><text class="label" x="0" y="${middle + 4}"><title>${row.label}</title>${shorten(row.label, labelLength)}</text>${drawMarks(row.marks, x, middle)}${row.columns.map(
        (text, column) =>
          html`<text class="figure" x="${columnEnds[column]}" y="${middle + 4}" text-anchor="end">${text}</text>`,
      )}</g>`;
    }),
  ];
  return { size: { width, height }, content };
}

function shorten(label: string, length: number): string {
  return label.length > length ? `${label.slice(0, length - 1)}…` : label;
}

/** The right ends of columns of these widths that end where the drawing ends. */
function endsOf(widths: readonly number[]): number[] {
  return widths.map((_, column) => width - widths.slice(column + 1).reduce((sum, each) => sum + each, 0));
}

function gridLine(x: number, bottom: number, label: string): Html {
  return html`<line class="grid" x1="${x}" x2="${x}" y1="${top - 4}" y2="${bottom}"/><text class="tick" x="${x}" y="${bottom + 16}" text-anchor="middle">${label}</text>`;
}

function drawMarks(marks: readonly IntervalMark[], x: Scale, middle: number): Html[] {
  return marks.map(({ value, interval, series, title }, index) => {
    const y = middle + (index - (marks.length - 1) / 2) * markGap;
    return html`<g class="mark ${series}"><title>${title}</title><line x1="${x(interval.low)}" x2="${x(interval.high)}" y1="${y}" y2="${y}"/><circle cx="${x(value)}" cy="${y}" r="3.4"/></g>`;
  });
}

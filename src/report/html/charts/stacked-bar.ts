import { type Html, html } from "../html.ts";
import { round } from "./scale.ts";

/** One part of a bar. */
export interface Segment {
  value: number;
  /** Class that colours the part. */
  series: string;
  /** What the part counts: "right now". */
  label: string;
}

/** A bar of parts for a line of text or a table cell; `full` is the value that takes the whole width. */
export function stackedBar(segments: readonly Segment[], full: number, width = 160): Html {
  const shown = segments.filter(({ value }) => value > 0);
  const scale = width / Math.max(full, 1);
  const starts = shown.map((_, index) =>
    shown.slice(0, index).reduce((sum, { value }) => sum + value * scale, 0),
  );
  const title = segments.map(({ value, label }) => `${value} ${label}`).join(", ");
  return html`<svg class="stacked" viewBox="0 0 ${width} 10" width="${width}" height="10" role="img"><title>${title}</title>${shown.map(
    ({ value, series }, index) =>
      html`<rect class="bar ${series}" x="${round(starts[index] ?? 0)}" y="0" width="${round(Math.max(value * scale - 0.5, 0.8))}" height="10"/>`,
  )}</svg>`;
}

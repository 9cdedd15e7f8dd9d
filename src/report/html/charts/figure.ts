import { type Child, type Html, html, toText } from "../html.ts";
import { drawingStyle } from "../style.ts";

/** What a chart says to those who cannot see it: the title is its name, the description its finding. */
export interface ChartText {
  title: string;
  description: string;
}

export interface Size {
  width: number;
  height: number;
}

/** An SVG drawing of a fixed coordinate size that scales down with the page. */
export function drawing({ width, height }: Size, text: ChartText, content: Child): Html {
  return html`<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img"><title>${text.title}</title><desc>${text.description}</desc>${content}</svg>`;
}

const padding = 16;

/** The same as the text of an SVG file, which brings its style and its background. */
export function drawingFile(size: Size, text: ChartText, content: Child): string {
  const [width, height] = [size.width + 2 * padding, size.height + 2 * padding];
  return toText(html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-padding} ${-padding} ${width} ${height}" width="${width}" height="${height}" role="img"><title>${text.title}</title><desc>${text.description}</desc>${drawingStyle}${content}</svg>
`);
}

/** A figure with its number, caption and, after a dash, what to look at. */
export function figure(caption: { title: string; note?: Child }, content: Child): Html {
  return html`<figure>
<figcaption><b>${caption.title}</b> ${caption.note}</figcaption>
<div class="scroll">${content}</div>
</figure>
`;
}

/** The key of a chart's marks. */
export function legend(entries: readonly { series: string; label: string }[]): Html {
  return html`<p class="legend">${entries.map(({ series, label }) => html`<span><i class="key ${series}"></i>${label}</span>`)}</p>`;
}

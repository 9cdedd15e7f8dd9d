import { type Child, type Html, html } from "../html.ts";

/** What a chart says to those who cannot see it: the title is its name, the description its finding. */
export interface ChartText {
  title: string;
  description: string;
}

/** An SVG drawing of a fixed coordinate size that scales down with the page. */
export function drawing(size: { width: number; height: number }, text: ChartText, content: Child): Html {
  return html`<svg viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}" role="img"><title>${text.title}</title><desc>${text.description}</desc>${content}</svg>`;
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

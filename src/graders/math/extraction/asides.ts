import { blank } from "./blank.ts";
import type { Span } from "./extraction.ts";

/** GSM8K's calculator marks: `<<3*4=12>>`. */
const calculatorMark = /<<[^<>\n]*>>/g;
const drawing = { open: "[asy]", close: "[/asy]" };

/** Blanks what repeats or illustrates the text: calculator marks and Asymptote drawings. */
export function blankAsides(text: string): string {
  let visible = text;
  if (text.includes("<<")) {
    visible = blank(
      visible,
      [...visible.matchAll(calculatorMark)].map(({ index, 0: { length } }) => ({
        start: index,
        end: index + length,
      })),
    );
  }
  return visible.includes(drawing.open) ? blank(visible, drawings(visible)) : visible;
}

function drawings(text: string): Span[] {
  const spans: Span[] = [];
  for (let start = text.indexOf(drawing.open); start !== -1; ) {
    const close = text.indexOf(drawing.close, start);
    if (close === -1) break;
    const end = close + drawing.close.length;
    spans.push({ start, end });
    start = text.indexOf(drawing.open, end);
  }
  return spans;
}

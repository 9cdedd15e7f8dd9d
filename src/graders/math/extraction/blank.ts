import type { Span } from "./extraction.ts";

/** Replaces parts of a text by blanks, so that every other character keeps its offset. Spans ascend and do not overlap. */
export function blank(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  const pieces: string[] = [];
  let kept = 0;
  for (const { start, end } of spans) {
    pieces.push(text.slice(kept, start), " ".repeat(end - start));
    kept = end;
  }
  pieces.push(text.slice(kept));
  return pieces.join("");
}

/** The part without blanks at its ends. */
export function trimSpan(text: string, { start, end }: Span): Span {
  const content = text.slice(start, end);
  const from = start + content.length - content.trimStart().length;
  return { start: from, end: Math.max(from, start + content.trimEnd().length) };
}

import { trimSpan } from "./blank.ts";
import type { ExtractedAnswer } from "./extraction.ts";

const tags = { open: "<answer>", close: "</answer>" };
const longestAnswer = 300;

/** The content of the last `<answer>…</answer>`. */
export function tagAnswer(text: string): ExtractedAnswer | null {
  const close = text.lastIndexOf(tags.close);
  const open = close === -1 ? -1 : text.lastIndexOf(tags.open, close);
  if (open === -1) return null;
  const span = trimSpan(text, { start: open + tags.open.length, end: close });
  if (span.start === span.end || span.end - span.start > longestAnswer) return null;
  return { text: text.slice(span.start, span.end), rule: "answer tag", ...span };
}

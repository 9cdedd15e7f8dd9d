import { trimSpan } from "./blank.ts";
import type { ExtractedAnswer } from "./extraction.ts";

const hashes = /#{4,}/g;
const longestLine = 300;
/** "#### Step 3" is a heading of Markdown. */
const headingWord = /^[*_]{0,2}[A-Za-z]{3,}/;

/** The answer after the last `####`, the mark of GSM8K. */
export function hashLineAnswer(text: string): ExtractedAnswer | null {
  if (!text.includes("####")) return null;
  const marks = [...text.matchAll(hashes)];
  for (const { index, 0: mark } of marks.slice(-32).reverse()) {
    const start = index + mark.length;
    const newline = text.indexOf("\n", start);
    const lineEnd = Math.min(newline === -1 ? text.length : newline, start + longestLine);
    const span = trimSpan(text, { start, end: lineEnd });
    const content = text.slice(span.start, span.end);
    const isHeading = headingWord.test(content) && text.slice(lineEnd).trim() !== "";
    if (content !== "" && !isHeading) return { text: content, rule: "#### line", ...span };
  }
  return null;
}

import { blank, trimSpan } from "./blank.ts";
import type { ExtractedAnswer, FallbackRule, Span } from "./extraction.ts";
import { lastValue } from "./last-value.ts";
import { type ReadableText, readAnswer } from "./read-answer.ts";

const answerAt = (text: string, rule: FallbackRule, { start, end }: Span): ExtractedAnswer => ({
  text: text.slice(start, end),
  rule,
  start,
  end,
});

const longestBareAnswer = 400;
const mostBareWords = 4;
/** "The matrix: …" introduces an answer. */
const label = /^[A-Za-z]{2,}(?: [A-Za-z]+)*:\s/;
const statementWord =
  /\b(?:is|are|was|were|has|have|had|get|gets|got|gives?|equals|need|needs|think|will|would|can|cannot|so|thus|hence|therefore|then|because|since|it|they|he|she|we|you|there|which|that|find|found|costs?|takes?|makes?|sorry|idea|know|unknown)\b/i;
/** In capitals only: a small i is a number. */
const firstPerson = /\bI\b/;

/** The output is nothing but the answer: a formula, a value with its unit, or a few words. */
export function bareAnswer({ text, formulas }: ReadableText): ExtractedAnswer | null {
  const span = trimSpan(text, { start: 0, end: text.length });
  if (span.end === span.start || span.end - span.start > longestBareAnswer) return null;
  if (label.test(text.slice(span.start, span.start + 60))) return null;
  const outside = blank(text, formulas).slice(span.start, span.end);
  const words = outside.match(/(?<!\\)\b[A-Za-z]{2,}/g) ?? [];
  const isStatement = statementWord.test(outside) || firstPerson.test(outside);
  if (words.length > mostBareWords || isStatement || /[.!?]\s+\S|\n/.test(outside)) return null;
  return answerAt(text, "whole output", withoutFullStop(text, span));
}

const withoutFullStop = (text: string, { start, end }: Span): Span =>
  /[^.\s]\.$/.test(text.slice(Math.max(start, end - 2), end)) ? { start, end: end - 1 } : { start, end };

const bold = /\*\*([^*\n]{1,200})\*\*|__([^_\n]{1,200})__/dg;

/** A value in bold type in the last paragraph. */
export function boldAnswer(readable: ReadableText): ExtractedAnswer | null {
  const { text } = readable;
  const end = text.trimEnd().length;
  const from = text.lastIndexOf("\n\n", end) + 1;
  for (const match of [...text.slice(from, end).matchAll(bold)].slice(-mostBold).reverse()) {
    const [start, stop] = match.indices![1] ?? match.indices![2]!;
    const read = readAnswer(readable, from + afterLabel(text.slice(from + start, from + stop)) + start);
    if (read?.kind === "value" && read.end <= from + stop && from + stop - read.end <= longestUnit)
      return answerAt(text, "bold", read);
  }
  return null;
}

const longestUnit = 24;
/** Pieces looked at, from the last one back. */
const mostBold = 16;

/** "**Total: 42**" */
const afterLabel = (content: string) => /^[A-Za-z ]{1,40}[:=]/.exec(content)?.[0].length ?? 0;

const fence = /^[ \t]{0,3}```[^\n]*\n[\s\S]*?^[ \t]{0,3}```/gm;

/** The last formula or number; what stands in code comes after what stands outside. */
export function lastAnswer(readable: ReadableText): ExtractedAnswer | null {
  const { text, formulas } = readable;
  const everything = { start: 0, end: text.length };
  const fences = text.includes("```")
    ? [...text.matchAll(fence)].map(({ index, 0: block }) => ({ start: index, end: index + block.length }))
    : [];
  const found =
    (fences.length > 0 ? lastValue({ text: blank(text, fences), formulas }, everything) : null) ??
    lastValue(readable, everything);
  return found ? answerAt(text, found.rule, found) : null;
}

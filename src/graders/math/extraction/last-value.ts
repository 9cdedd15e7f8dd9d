import type { Span } from "./extraction.ts";
import type { Formula } from "./formulas.ts";
import { numberSource } from "./number.ts";
import type { ReadableText } from "./read-answer.ts";

const number = new RegExp(`(?<![A-Za-z0-9_.])${numberSource}`, "g");
/** A formula that says something, unlike the name of a variable or function. */
const statement = /[\d<>≤≥≠∞π∅]|\\(?:[lg]eq?|[lg]t|neq?|in|pi|infty|begin|text|sqrt|emptyset|varnothing)\b/;
const list = /^[ \t]{0,8}$|\n[ \t]{0,8}$/;
const label =
  /(?:\b(?:steps?|cases?|parts?|equations?|eqs?\.?|problems?|questions?|figures?|examples?|methods?|sections?|lines?)|№|#)[\s(]{0,2}$/i;

export interface FoundValue extends Span {
  readonly rule: "last expression" | "last number";
}

/** The last formula or number in a part of a text, without numbers that count steps or lines. */
export function lastValue({ text, formulas }: ReadableText, span: Span): FoundValue | null {
  let gapEnd = span.end;
  for (let index = formulas.length - 1; index >= 0 && gapEnd > span.start; index--) {
    const formula = formulas[index]!;
    if (formula.start >= span.end) continue;
    if (formula.end < span.start) break;
    const found = lastNumber(text, { start: Math.max(formula.end, span.start), end: gapEnd });
    if (found) return found;
    if (formula.start >= span.start && isStatement(text, formula))
      return { ...withPercent(text, formula), rule: "last expression" };
    gapEnd = formula.start;
  }
  return gapEnd > span.start ? lastNumber(text, { start: span.start, end: gapEnd }) : null;
}

const isStatement = (text: string, { contentStart, contentEnd }: Formula) =>
  statement.test(text.slice(contentStart, contentEnd));

const percent = /\s?(?:\\?%|percent\b)/y;

function withPercent(text: string, { start, end }: Formula): Span {
  percent.lastIndex = end;
  return { start, end: percent.test(text) ? percent.lastIndex : end };
}

function lastNumber(text: string, { start, end }: Span): FoundValue | null {
  const part = text.slice(start, end);
  let last: Span | null = null;
  for (const { index, 0: content } of part.matchAll(number)) {
    if (!isLabel(part, index, content)) last = { start: index, end: index + content.length };
  }
  if (!last) return null;
  const { start: from, end: to } = tupleAround(part, withoutDash(part, last));
  return { start: start + from, end: start + to, rule: "last number" };
}

/** "Step 3", or "3." at the beginning of a line. */
function isLabel(text: string, at: number, content: string): boolean {
  const before = text.slice(Math.max(0, at - 16), at);
  if (label.test(before)) return true;
  return (
    /^\d{1,2}$/.test(content) &&
    list.test(before) &&
    /^[.)]\s/.test(text.slice(at + content.length, at + content.length + 2))
  );
}

/** In "5 - 3" the sign belongs to no number. */
function withoutDash(text: string, { start, end }: Span): Span {
  const dash = /^[-+−–]\s/.exec(text.slice(start, end));
  const isOperator = dash && /[\w)\]}%$°]\s?$/.test(text.slice(Math.max(0, start - 2), start));
  return { start: isOperator ? start + dash[0].length : start, end };
}

/** A number may be the last member of a tuple, interval or set that stands outside of formulas. */
function tupleAround(text: string, span: Span): Span {
  const before = /[([{][^()[\]{}\n]{0,80}$/.exec(text.slice(Math.max(0, span.start - 82), span.start));
  const after = /^[^()[\]{}\n]{0,8}[)\]}]/.exec(text.slice(span.end, span.end + 9));
  if (!before || !after) return span;
  const content = before[0].slice(1) + text.slice(span.start, span.end) + after[0].slice(0, -1);
  if (!/[,;]/.test(content) || /[A-Za-z]{2}/.test(content)) return span;
  return { start: span.start - before[0].length, end: span.end + after[0].length };
}

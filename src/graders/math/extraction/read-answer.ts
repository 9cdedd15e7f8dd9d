import { endOfClause } from "./clause.ts";
import type { Span } from "./extraction.ts";
import { type Formula, formulaAt } from "./formulas.ts";
import { numberSource } from "./number.ts";

/** A text in which answers are read, with the formulas found in it. */
export interface ReadableText {
  readonly text: string;
  readonly formulas: readonly Formula[];
}

export interface ReadAnswer extends Span {
  /** `value`: a number, formula or option; `words`: the rest of a short clause. */
  readonly kind: "value" | "words";
  /** End of the clause that the answer stands in. */
  readonly clauseEnd: number;
}

/** Words between an announcement and the answer that say nothing about it. */
const filler =
  /(?:[\s*_"'“”‘’`:=≈~]|\\+["*]|\\(?:approx|quad)\b|(?:therefore|thus|simply|just|exactly|approximately|about|roughly|clearly|then|indeed|also|now|option|choice|equal to|equals|given by|found to be|is|the (?:number|value|integer|fraction))\b){0,16}/iy;

const optionMark = /\(\s?[A-Z]\s?\)|[A-Z](?=\s{0,2}(?:[).:]|$)|,?\s(?:because|since|as|which)\b)/y;

/**
 * Reads the answer that an announcement at `from` announces; null where no answer follows.
 *
 * A value goes on as long as the text is mathematics: "3 or 4", "(7, 6)", "x > 5"; it ends before the first word of
 * prose. A list whose last member turns out to begin another statement ("18, and 5 of them") ends before it.
 */
export function readAnswer(readable: ReadableText, from: number): ReadAnswer | null {
  const { text, formulas } = readable;
  filler.lastIndex = from;
  filler.test(text);
  const start = filler.lastIndex;
  const clauseEnd = endOfClause(text, formulas, start);
  optionMark.lastIndex = start;
  if (optionMark.test(text.slice(0, clauseEnd + 1))) {
    return { start, end: optionMark.lastIndex, kind: "value", clauseEnd };
  }
  const value = readValue(readable, start, clauseEnd);
  if (value) return { ...value, kind: "value", clauseEnd };
  return readWords(text, start, clauseEnd);
}

const numberHere = new RegExp(numberSource, "y");
const connective = /(?:,|;|\band\b|\bor\b|&)/y;
const solidToken =
  /\\(?:text|mbox|textbf|mathrm|operatorname|textrm)\s?\{[^{}\n]{0,80}\}|\\[A-Za-z]+|\\[%{}|]|(?:sin|cos|tan|cot|sec|csc|log|ln|sqrt|exp|infinity|pi|DNE)\b|[A-Za-zα-ωΑ-Ω∞π√∅°%!'′²³](?![A-Za-z])/y;
const operator = /[-+−–*/×÷·^_=<>≤≥≠≈±∓|:∈∪∩→\s]|\\[,;! ]/y;
const valueToken =
  /[\d∞π√∅]|\\(?:frac|dfrac|tfrac|pi|infty|sqrt|emptyset|varnothing|text|begin)|infinity|\bpi\b/;

/** How far a value was read, and where it can end. */
interface Progress {
  at: number;
  /** Brackets that are open. */
  depth: number;
  /** After the last solid token outside of brackets. */
  end: number;
  /** The same before the last connective outside of brackets. */
  endBeforeConnective: number | null;
  lastSolidStart: number;
  hasFormula: boolean;
}

/** Reads the longest piece of mathematics; null where none with a value begins here. */
function readValue(readable: ReadableText, start: number, clauseEnd: number): Span | null {
  const { text } = readable;
  const progress: Progress = {
    at: start,
    depth: 0,
    end: start,
    endBeforeConnective: null,
    lastSolidStart: start,
    hasFormula: false,
  };
  while (progress.at < clauseEnd && step(readable, progress));
  const end = progress.at < clauseEnd ? endBeforeProse(text, progress, clauseEnd) : progress.end;
  const content = text.slice(start, end);
  if (content.trim() === "" || (!progress.hasFormula && !valueToken.test(content))) return null;
  return lastSide(text, { start, end: start + content.trimEnd().length });
}

/** Steps over one token; false where the mathematics ends. */
function step({ text, formulas }: ReadableText, progress: Progress): boolean {
  const { at } = progress;
  const formula = formulaAt(formulas, at);
  if (formula && formula.start === at) {
    progress.hasFormula = true;
    return stepOverSolid(progress, formula.end);
  }
  if ("([{".includes(text[at]!)) {
    progress.depth++;
    progress.at++;
    return true;
  }
  if (")]}".includes(text[at]!)) return stepOverClosing(progress);
  const solidEnd = matchEnd(numberHere, text, at) ?? matchEnd(solidToken, text, at);
  if (solidEnd !== null) return stepOverSolid(progress, solidEnd);
  const connectiveEnd = matchEnd(connective, text, at);
  if (connectiveEnd !== null && progress.depth === 0) progress.endBeforeConnective = progress.end;
  const end = connectiveEnd ?? matchEnd(operator, text, at);
  progress.at = end ?? at;
  return end !== null;
}

function stepOverSolid(progress: Progress, end: number): true {
  progress.lastSolidStart = progress.at;
  progress.at = end;
  if (progress.depth === 0) progress.end = end;
  return true;
}

/** A bracket that closes nothing ends the mathematics. */
function stepOverClosing(progress: Progress): boolean {
  if (progress.depth === 0) return false;
  progress.depth--;
  progress.at++;
  if (progress.depth === 0) progress.end = progress.at;
  return true;
}

/** The end of a value that prose follows: a new statement after a connective, or an article, is not of it. */
function endBeforeProse(text: string, progress: Progress, clauseEnd: number): number {
  const { at, end, endBeforeConnective, lastSolidStart } = progress;
  const isNewStatement =
    endBeforeConnective !== null && end > endBeforeConnective && wordsLeft(text, at, clauseEnd) > 2;
  const valueEnd = isNewStatement ? endBeforeConnective : end;
  return /^[aAI]$/.test(text.slice(lastSolidStart, valueEnd)) ? lastSolidStart : valueEnd;
}

function matchEnd(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) && pattern.lastIndex > at ? pattern.lastIndex : null;
}

const wordsLeft = (text: string, from: number, to: number) =>
  text.slice(from, to).split(/\s+/).filter(Boolean).length;

/** "20 + 4 = 24" announces 24. An equation with a variable is an answer as a whole. */
function lastSide(text: string, span: Span): Span {
  const content = text.slice(span.start, span.end);
  const sign = Math.max(content.lastIndexOf("="), content.lastIndexOf("≈"));
  if (sign === -1 || /[A-Za-z\\$<>≤≥]/.test(content.slice(0, sign))) return span;
  const side = content.slice(sign + 1);
  return side.trim() === "" ? span : { start: span.end - side.trimStart().length, end: span.end };
}

const mostWords = 6;
const longestWords = 80;
/** Beginnings of clauses that speak about the answer without giving it. */
const hedge =
  /^(?:not|in|on|an?|also|as|at|one|that|this|these|those|it|its|what|which|how|when|where|why|because|since|if|obtained|found|given|based|correct|incorrect|wrong|right|still|always|never|more|less|between|either|unknown|unclear|of|to|from|for|by|with|we|you|i|they|he|she|there|here|see|as|only|below|above|reasonable|consistent|choices?|options?|the (?:same|one|sum|product|difference|result|following|total|answer))\b/i;

const explanation = /,?\s(?:because|since|which|as (?:he|she|it|they|we))\b/;

/** The rest of a clause, where it is short enough to be an answer in words. */
function readWords(text: string, start: number, clauseEnd: number): ReadAnswer | null {
  const [statement] = text.slice(start, clauseEnd).split(explanation);
  const content = statement!.replace(/[\s*_"'”’`)\]]{0,8}$/, "");
  if (content === "" || content.length > longestWords || hedge.test(content)) return null;
  if (!/\p{L}/u.test(content) || content.split(/\s+/).length > mostWords) return null;
  return { start, end: start + content.length, kind: "words", clauseEnd };
}

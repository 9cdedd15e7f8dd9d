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

/** Reads the longest piece of mathematics; null where none with a value begins here. */
function readValue({ text, formulas }: ReadableText, start: number, clauseEnd: number): Span | null {
  let at = start;
  let depth = 0;
  /** Where the answer can end: the last solid token outside of brackets, and the one before the last connective. */
  let end = start;
  let endBeforeConnective: number | null = null;
  let lastSolidStart = start;
  let hasFormula = false;

  while (at < clauseEnd) {
    const formula = formulaAt(formulas, at);
    if (formula && formula.start === at) {
      hasFormula = true;
      lastSolidStart = at;
      at = formula.end;
      if (depth === 0) end = at;
      continue;
    }
    const character = text[at]!;
    if ("([{".includes(character)) {
      depth++;
      at++;
      continue;
    }
    if (")]}".includes(character)) {
      if (--depth < 0) break;
      at++;
      if (depth === 0) end = at;
      continue;
    }
    const solidEnd = matchEnd(numberHere, text, at) ?? matchEnd(solidToken, text, at);
    if (solidEnd !== null) {
      lastSolidStart = at;
      at = solidEnd;
      if (depth === 0) end = at;
      continue;
    }
    const connectiveEnd = matchEnd(connective, text, at);
    if (connectiveEnd !== null) {
      if (depth === 0) endBeforeConnective = end;
      at = connectiveEnd;
      continue;
    }
    const operatorEnd = matchEnd(operator, text, at);
    if (operatorEnd === null) break;
    at = operatorEnd;
  }

  const isStopped = at < clauseEnd;
  if (
    isStopped &&
    endBeforeConnective !== null &&
    end > endBeforeConnective &&
    wordsLeft(text, at, clauseEnd) > 2
  )
    end = endBeforeConnective;
  if (isStopped && /^[aAI]$/.test(text.slice(lastSolidStart, end))) end = lastSolidStart;
  const content = text.slice(start, end);
  if (content.trim() === "" || (!hasFormula && !valueToken.test(content))) return null;
  return lastSide(text, { start, end: start + content.trimEnd().length });
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

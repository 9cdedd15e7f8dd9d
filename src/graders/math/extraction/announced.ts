import { endOfClause } from "./clause.ts";
import type { ExplicitRule, ExtractedAnswer, Span } from "./extraction.ts";
import { findFormulas } from "./formulas.ts";
import { lastValue } from "./last-value.ts";
import { numberSource } from "./number.ts";
import { type ReadableText, readAnswer } from "./read-answer.ts";

const noun = /\banswers?\b|^[ \t]{0,8}\**A(?:ns)?[.:]|答案/gim;
/** What every announcement holds: most texts without one are told by this alone. */
const mention = /answer|solution|答案|^[ \t]{0,8}\**A(?:ns)?[.:]/im;
/** "answer to the first part is", "answers are", "answer must be": the answer follows. */
const verb =
  /[*_"'”’)\]]{0,4}(?: (?:choice|option|here))?(?: (?:to|for|of|in|as|from)\s[^.:\n=]{1,120}?)?[ *_]{0,4}(?: also| then| thus| therefore| simply)? ?(?:is|are|was|equals?|becomes|comes (?:out )?to(?: be)?|(?:would|should|will|must|has to|can only|ought to) (?:be|equal)|turns out to be|是|为)(?![A-Za-z'’])(?! not\b)/iy;
/** "Answer:", "**Final answer** (in cm):", or a heading above the answer: a sentence may follow. */
const heading = /[*_"'”’)\]]{0,4}(?: \([^()\n]{1,40}\))?[ *_]{0,4}[:=：]|[*_#: \t]{0,6}\n/iy;
/** "Answer $9$". */
const valueNext = /[ \t]{1,3}(?=\\[([]|\$|[-+]?\d)/y;
const sentenceStart = /(?:^|[\n.!?:(])[\s*#]{0,6}(?:final\s)?$/i;
const qualifier = /\b(?:final|ultimate)\s{1,3}$/i;
const supposition =
  /\b(?:if|whether|suppose|assume|assuming|unless|once|possible|wrong|incorrect|each|student'?s?)\b[^.\n]{0,12}$/i;
const reversed = /[*_"”’\s)]{0,6}\b(?:is|are)\s(?:the|our|my)\s(?:\w{3,10}\s)?(?:answers?|solutions?)\b/gi;
/** Announcements looked at, from the last one back. */
const mostAnnouncements = 64;

/**
 * The answer that the text announces in words ("The final answer is 5", "Answer: 5", "5 is the answer"), by the last
 * announcement with a value, or else in words. Other uses of the word announce none.
 */
export function announcedAnswer(text: string): ExtractedAnswer | null {
  if (!mention.test(text)) return null;
  const announced = [...text.matchAll(noun)].slice(-mostAnnouncements).reverse();
  const readable = { text, formulas: findFormulas(text) };
  let inWords: ExtractedAnswer | null = null;
  for (const { index, 0: word } of announced) {
    const found = followAnnouncement(readable, index, index + word.length);
    if (found?.hasValue) return found.answer;
    inWords ??= found?.answer ?? null;
  }
  return answerBefore(readable) ?? inWords;
}

interface Announced {
  answer: ExtractedAnswer;
  hasValue: boolean;
}

function followAnnouncement(readable: ReadableText, start: number, end: number): Announced | null {
  const { text, formulas } = readable;
  const before = text.slice(Math.max(0, start - 40), start);
  if (supposition.test(before)) return null;
  const isAbbreviated = /[.:]$/.test(text.slice(start, end));
  const isHeading = isAbbreviated || matchesAt(heading, text, end);
  const at = isAbbreviated
    ? end
    : isHeading
      ? heading.lastIndex
      : (endOfVerb(text, end) ?? valueAfter(text, before, end));
  if (at === null) return null;

  const rule = qualifier.test(before) ? "final answer" : "answer phrase";
  const read = readAnswer(readable, at);
  if (read?.kind === "value") return { answer: answerAt(text, rule, read), hasValue: true };
  // "Final answer: the largest n is 34."
  const sentence = { start: at, end: endOfClause(text, formulas, firstContent(text, at)) };
  const value = isHeading ? lastValue(readable, sentence) : null;
  if (value) return { answer: answerAt(text, "answer phrase", value), hasValue: true };
  return read ? { answer: answerAt(text, "answer phrase", read), hasValue: false } : null;
}

const endOfVerb = (text: string, at: number) => (matchesAt(verb, text, at) ? verb.lastIndex : null);

/** "Answer $9$" begins a sentence; "he answers 3 questions" announces nothing. */
const valueAfter = (text: string, before: string, at: number) =>
  sentenceStart.test(before) && matchesAt(valueNext, text, at) ? valueNext.lastIndex : null;

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

const blanks = /\s{0,16}/y;

function firstContent(text: string, at: number): number {
  blanks.lastIndex = at;
  blanks.test(text);
  return blanks.lastIndex;
}

const answerAt = (text: string, rule: ExplicitRule, { start, end }: Span): ExtractedAnswer => ({
  text: text.slice(start, end),
  rule,
  start,
  end,
});

const numberAtEnd = new RegExp(String.raw`(?<![\w.])${numberSource}$`);

/** "Therefore $x > 5$ is our answer." */
function answerBefore({ text, formulas }: ReadableText): ExtractedAnswer | null {
  const last = [...text.matchAll(reversed)].at(-1);
  if (!last) return null;
  const formula = formulas.find(({ end }) => end === last.index);
  if (formula) return answerAt(text, "answer phrase", formula);
  const from = Math.max(0, last.index - 40);
  const number = numberAtEnd.exec(text.slice(from, last.index));
  if (!number) return null;
  return answerAt(text, "answer phrase", { start: from + number.index, end: last.index });
}

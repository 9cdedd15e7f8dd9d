import type { Span } from "./extraction.ts";

/** A formula in a text: `start` and `end` include its delimiters. */
export interface Formula extends Span {
  readonly contentStart: number;
  readonly contentEnd: number;
}

const opening =
  /\\\(|\\\[|\$\$?|\\begin\{(?:[pbvVB]?matrix|smallmatrix|array|cases|(?:align|gather)(?:ed)?\*?|equation\*?|split|multline\*?)\}/g;
const closingOf: Readonly<Record<string, string>> = { "\\(": "\\)", "\\[": "\\]", $$: "$$", $: "$" };
/** Longer formulas are unclosed ones. */
const longestFormula = 4000;
/** Of longer texts only the end is searched, from the beginning of a line: answers stand there. */
const longestSearched = 200_000;

/**
 * The formulas of a text in their order: `$…$`, `$$…$$`, `\(…\)`, `\[…\]` and environments. A dollar sign that stands
 * for money opens none. Linear in the length of the text, and
 * bounded for the longest.
 */
export function findFormulas(text: string): Formula[] {
  if (!text.includes("$") && !text.includes("\\")) return [];
  const formulas: Formula[] = [];
  const nextOf = closingFinder(text);
  opening.lastIndex = startOfSearch(text);
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const formula = readFormula(text, found.index, found[0], nextOf);
    if (!formula) {
      // Of two dollar signs that open no display, the second may open a formula.
      if (found[0] === "$$") opening.lastIndex = found.index + 1;
      continue;
    }
    formulas.push(formula);
    opening.lastIndex = formula.end;
  }
  return formulas;
}

function startOfSearch(text: string): number {
  if (text.length <= longestSearched) return 0;
  const start = text.length - longestSearched;
  const newline = text.indexOf("\n", start);
  return newline !== -1 && newline - start < longestFormula ? newline + 1 : start;
}

function readFormula(
  text: string,
  start: number,
  mark: string,
  nextOf: (closing: string, from: number) => number,
): Formula | null {
  if (isEscaped(text, start)) return null;
  const isEnvironment = mark.startsWith("\\begin");
  const closing = isEnvironment ? mark.replace("begin", "end") : closingOf[mark]!;
  const contentStart = start + mark.length;
  const contentEnd = nextOf(closing, contentStart);
  if (contentEnd === -1 || contentEnd - contentStart > longestFormula) return null;
  const content = text.slice(contentStart, contentEnd);
  const blankLine = nextOf("\n\n", contentStart);
  if (content.trim() === "" || (blankLine !== -1 && blankLine < contentEnd)) return null;
  if (mark === "$" && (isMoney(content, text[contentEnd + 1]) || isProse(content))) return null;
  const end = contentEnd + closing.length;
  // The name of an environment is part of what is said.
  return isEnvironment
    ? { start, end, contentStart: start, contentEnd: end }
    : { start, end, contentStart, contentEnd };
}

const isEscaped = (text: string, at: number) =>
  text[at] === "$" && text[at - 1] === "\\" && text[at - 2] !== "\\";

/** Finds closing marks and remembers each, so that marks without one cost no second search. */
function closingFinder(text: string): (closing: string, from: number) => number {
  const found = new Map<string, number>();
  return (closing, from) => {
    const known = found.get(closing);
    if (known !== undefined && (known === -1 || known >= from)) return known;
    let at = text.indexOf(closing, from);
    while (at !== -1 && isEscaped(text, at)) at = text.indexOf(closing, at + 1);
    found.set(closing, at);
    return at;
  };
}

const amount = /^\d[\d,]*(?:\.\d+)?(?![\d.])/;
const unit = /^\s?[A-Za-z]{1,12}$/;
/** A word outside of commands. */
const proseWords = /(?:^|[\s,;.(])[A-Za-z]{2,}(?![A-Za-z({])/g;
const mathematicalWords = /\b(?:sin|cos|tan|cot|sec|csc|log|ln|exp|mod|gcd|lcm|max|min|and|or)\b/g;

const countProse = (content: string) =>
  content.includes("\\") ? 0 : [...content.replaceAll(mathematicalWords, "").matchAll(proseWords)].length;

/** Whether `$content$` is rather an amount of money and the text up to the next dollar sign. */
function isMoney(content: string, after: string | undefined): boolean {
  const found = amount.exec(content);
  if (!found) return false;
  const rest = content.slice(found[0].length);
  if (rest.trim() === "" || unit.test(rest)) return false;
  const isNextAmount = after !== undefined && /\d/.test(after) && /[\s(+\-*/=–]$/.test(rest);
  return isNextAmount || countProse(rest) > 0;
}

/** Whether `$content$` is rather the prose between two formulas, or between two prices. */
const isProse = (content: string) => /^\s/.test(content) && countProse(content) > 1;

/** The formula that begins at an offset or encloses it; null where there is none. */
export function formulaAt(formulas: readonly Formula[], at: number): Formula | null {
  const index = formulas.findLastIndex(({ start }) => start <= at);
  const formula = formulas[index];
  return formula && formula.end > at ? formula : null;
}

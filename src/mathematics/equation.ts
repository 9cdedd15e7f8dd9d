import type { Expression } from "./expression.ts";
import { parseTokens } from "./parse-expression.ts";
import type { Token } from "./tokens.ts";

/** A chain of equal sides as written: "2 * 3 = 6 = 12 / 2" has three. */
export interface Equation {
  readonly sides: readonly Expression[];
  /** Index, in the tokens read, of the first token and of the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** Between a number and what follows it, this many words can still be its unit: "3 boxes of red pens". */
const longestUnit = 5;

/**
 * Finds the equations between numbers in a line of prose, from left to right. Words directly after a number are its
 * unit and are skipped. Algebra (a lone letter, a number glued to a letter) is no equation between numbers.
 */
export function findEquations(tokens: readonly Token[]): Equation[] {
  const equations: Equation[] = [];
  let position = 0;
  while (position < tokens.length) {
    const equation = readEquation(tokens, position);
    if (equation) equations.push(equation);
    position = equation?.to ?? position + 1;
  }
  return equations;
}

function readEquation(tokens: readonly Token[], from: number): Equation | null {
  if (continuesCalculation(tokens, from)) return null;
  const sides: Expression[] = [];
  let position = from;
  for (;;) {
    const side = readSide(tokens, position);
    if (!side) break;
    sides.push(side.expression);
    position = side.to;
    if (tokens[side.next]?.kind !== "equals") break;
    position = side.next + 1;
  }
  return sides.length > 1 ? { sides, from, to: position } : null;
}

interface Side {
  expression: Expression;
  /** Index after the last token of the expression. */
  to: number;
  /** Index after the unit that follows the expression. */
  next: number;
}

/** In "x + 2 = 7" and "3 apples (2 red) + 4 = 7" no equation between numbers starts at the 2. */
function continuesCalculation(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1];
  if (before?.kind === "operator" || (before?.kind === "word" && isVariable(before))) return true;
  if (tokens[from]?.kind !== "open") return false;
  const remarkedOn = tokens.slice(0, from).findLast(({ kind }) => kind !== "word");
  return before?.kind === "word" && remarkedOn?.kind === "number" && from - tokens.indexOf(remarkedOn) <= 3;
}

/** Reads the longest expression with units that starts at `from`; null where a variable takes part in it. */
function readSide(tokens: readonly Token[], from: number): Side | null {
  const kept: Token[] = [];
  let position = from;
  let depth = 0;
  let longest: Side | null = null;
  for (;;) {
    const token = tokens[position];
    if (!token || !fits(token, kept.at(-1), tokens[position - 1])) break;
    if (token.kind === "open") depth++;
    if (token.kind === "close" && --depth < 0) break;
    kept.push(token);
    position++;
    if (token.kind !== "number" && token.kind !== "close") continue;
    const next = skipUnit(tokens, position);
    if (next === null) return null;
    const expression = depth === 0 ? parseTokens(kept) : null;
    if (expression) longest = { expression, to: position, next };
    position = next;
  }
  return kept.at(-1)?.kind === "operator" ? null : longest;
}

/** Whether a token can follow the last one kept; `before` is what stands directly before it in the text. */
function fits(token: Token, previous: Token | undefined, before: Token | undefined): boolean {
  const afterOperand = previous?.kind === "number" || previous?.kind === "close";
  switch (token.kind) {
    case "number":
      return !afterOperand;
    case "open":
      // "3 apples (2 red) + 4" does not multiply.
      return !afterOperand || previous === before;
    case "close":
      return afterOperand;
    case "operator":
      return afterOperand || token.operator === "-";
    default:
      return false;
  }
}

/** Index after the unit words at `from`; null where a variable stands there. */
function skipUnit(tokens: readonly Token[], from: number): number | null {
  let position = from;
  while (position - from < longestUnit) {
    const token = tokens[position];
    if (token?.kind !== "word") break;
    if (isVariable(token) || isGluedLetter(tokens[position - 1], token)) return null;
    position++;
  }
  return position;
}

function isVariable(token: Token): boolean {
  return /^[-/]?(?![aAI]$)\p{L}$/u.test(token.text);
}

/** In "5A - 5 = 30" the A is no article. */
function isGluedLetter(before: Token | undefined, token: Token): boolean {
  return token.text.length === 1 && before?.end === token.start;
}

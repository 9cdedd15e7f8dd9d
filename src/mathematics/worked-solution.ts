import { nearlyEquals, statesValue } from "./agreement.ts";
import { findEquations } from "./equation.ts";
import { type Expression, evaluate, type NumberLiteral, operandsOf, type Span } from "./expression.ts";
import { readFinalAnswer } from "./final-answer.ts";
import type { Rational } from "./rational.ts";
import { type Token, tokenize } from "./tokens.ts";

/** One calculation that a solution states: `expression = stated`. */
export interface Step {
  /** Line of the solution, from 0. */
  readonly line: number;
  /** The equation as written, without calculator marks' brackets: "48/2=24". */
  readonly text: string;
  /** Spans in it count from the start of the line. */
  readonly expression: Expression;
  /** The numbers of the expression, from left to right. */
  readonly operands: readonly NumberLiteral[];
  /** What the text claims the result to be. */
  readonly stated: Rational;
  readonly statedText: string;
  /** What the result is. */
  readonly computed: Rational;
  /** Whether the stated result is the computed one, or a rounding of it to the decimals stated. */
  readonly correct: boolean;
  /** The word after the stated result: "clips". */
  readonly unitText?: string;
}

/** What can be recomputed of a solution written out in words. */
export interface WorkedSolution {
  /** In the order of the text. */
  readonly steps: readonly Step[];
  /** Null where no answer is stated. */
  readonly finalAnswer: Rational | null;
  /** The answer as written, with its unit. */
  readonly finalAnswerText: string | null;
}

/**
 * Reads the calculations of a solution: calculator marks (`<<48/2=24>>`, as in GSM8K) and equations in prose
 * (`3 boxes * $5 = $15`), and the final answer (`#### 24`, `A: 24` or "The answer is 24").
 *
 * A prose equation whose result carries a mark is the mark's step and is not counted twice. Equations with variables,
 * and those that divide by zero, are no steps. A chain `10 * 3 = 30 + 5 = 35` gives one step for each equals sign.
 */
export function readWorkedSolution(text: string): WorkedSolution {
  const lines = text.split("\n");
  const answer = readFinalAnswer(lines);
  const steps = lines
    .slice(0, answer?.line ?? lines.length)
    .flatMap((content, line) => readLine(content).map((step) => ({ line, ...step })));
  return { steps, finalAnswer: answer?.value ?? null, finalAnswerText: answer?.text ?? null };
}

const mark = /<<([^<>]*)>>/g;

type StepOfLine = Omit<Step, "line"> & { start: number };

function readLine(content: string): Omit<Step, "line">[] {
  return [...readMarks(content), ...readProse(content)]
    .sort((a, b) => a.start - b.start)
    .map(({ start: _, ...step }) => step);
}

function readMarks(content: string): StepOfLine[] {
  return [...content.matchAll(mark)].flatMap((match) => {
    const from = match.index + "<<".length;
    const unitText = unitAfter(withoutFirstNumber(content.slice(match.index + match[0].length)));
    return stepsOf(content, tokensWithin(content, from, from + match[1]!.length)).map((step) =>
      unitText ? { ...step, unitText } : step,
    );
  });
}

/** Reads around the marks: each leaves characters that no equation runs across. */
function readProse(content: string): StepOfLine[] {
  const prose = content.replace(mark, (text) => "\u0000".repeat(text.length));
  return stepsOf(content, tokenize(prose)).filter(({ operands }) => operands.length > 1);
}

/** Tokens of one part of a line; their spans count from the start of the line. */
function tokensWithin(content: string, from: number, to: number): Token[] {
  return tokenize(content.slice(from, to)).map((token) => ({
    ...token,
    start: token.start + from,
    end: token.end + from,
  }));
}

function stepsOf(content: string, tokens: readonly Token[]): StepOfLine[] {
  return findEquations(tokens).flatMap(({ sides }) =>
    sides.slice(0, -1).flatMap((left, i) => stepOf(content, left, sides[i + 1]!) ?? []),
  );
}

function stepOf(content: string, left: Expression, right: Expression): StepOfLine | null {
  const computed = finiteValueOf(left);
  const claim = computed && claimOf(right, computed);
  if (!claim) return null;
  const unitText = unitAfter(content.slice(claim.end));
  return {
    start: left.start,
    text: content.slice(left.start, claim.end),
    expression: left,
    operands: operandsOf(left),
    stated: claim.value,
    statedText: content.slice(claim.start, claim.end),
    computed,
    correct: claim.correct,
    ...(unitText ? { unitText } : {}),
  };
}

/**
 * What the right side claims of a calculation. In `2*3+4 = 6+4 = 10` it rewrites the left side, and its value counts;
 * in the running chain `10*3 = 30+5 = 35` its first number is the result, and the next calculation starts from it.
 */
function claimOf(
  right: Expression,
  computed: Rational,
): (Span & { value: Rational; correct: boolean }) | null {
  const value = finiteValueOf(right);
  if (!value) return null;
  const { start, end } = right;
  if (right.kind === "number") return { start, end, value, correct: statesValue(right, computed) };
  if (nearlyEquals(value, computed)) return { start, end, value, correct: true };
  const first = operandsOf(right)[0]!;
  if (statesValue(first, computed))
    return { start: first.start, end: first.end, value: first.value, correct: true };
  return { start, end, value, correct: false };
}

/** The value of an expression that was found in free text; null where it divides by zero. */
function finiteValueOf(expression: Expression): Rational | null {
  try {
    return evaluate(expression);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function withoutFirstNumber(text: string): string {
  return text.replace(/^\s*[$€£]?-?[\d,]*\.?\d+/, "");
}

function unitAfter(text: string): string | undefined {
  return /^[\s-]?(\p{L}+|%)/u.exec(text)?.[1];
}

import type { Problem } from "../../../../domain/problem.ts";
import type { Span } from "../../../../mathematics/expression.ts";
import { parseRational, readWorkedSolution, type Step } from "../../../../mathematics/index.ts";
import { equals, type Rational } from "../../../../mathematics/rational.ts";
import { type LineTokens, operatorsBetween, tokensOfLine } from "./line-tokens.ts";
import { type NumberToken, numbersOfQuestion } from "./numbers.ts";

/** A number that a step takes in. */
export interface Operand {
  readonly value: Rational;
  readonly text: string;
  /** The step whose result it is; null for a number of the question or of common knowledge. */
  readonly source: number | null;
}

/** The calculation of a step where it is written: in a calculator mark, and in the prose before it. */
export interface Occurrence {
  readonly operands: readonly Span[];
  /** Null where no sign stands between two numbers. */
  readonly operators: readonly (Span | null)[];
}

/** A calculation of a right solution, with every place in which its numbers stand. */
export interface ScriptStep {
  readonly line: number;
  /** Where the calculation begins in its line. */
  readonly start: number;
  readonly operands: readonly Operand[];
  /** The first is the one that is computed; none may be told apart from the others. */
  readonly occurrences: readonly Occurrence[];
  readonly stated: Rational;
  readonly statedText: string;
  /** Where the result stands. */
  readonly results: readonly Span[];
  readonly unit: string | undefined;
}

/** A right solution that can be told again with other numbers. */
export interface Script {
  readonly problem: Problem;
  readonly lines: readonly string[];
  readonly steps: readonly ScriptStep[];
  /** The step whose result is the answer. */
  readonly answerStep: number;
  /** The line that states the answer alone; null where there is none. */
  readonly answerLine: number | null;
  /** The numbers of the question, but for its percentages. */
  readonly questionNumbers: readonly Rational[];
  /** The percentages of the question, as shares. */
  readonly percentages: readonly Rational[];
  /** The numbers of each line that belong to no calculation. */
  readonly loose: readonly (readonly NumberToken[])[];
}

const ownAnswerLine = /^\s*(?:####|A:)/;

/** Reads a reference solution; null where a calculation cannot be read, is wrong, or none gives the answer. */
export function readScript(problem: Problem): Script | null {
  const answer = parseRational(problem.answer);
  const lines = problem.solution.trimEnd().split("\n");
  const read = readWorkedSolution(problem.solution).steps;
  const answerStep = answer ? read.findLastIndex(({ stated }) => equals(stated, answer)) : -1;
  if (answerStep < 0 || !read.every(isPlain)) return null;
  const { plain: questionNumbers, percentages } = numbersOfQuestion(problem.question);
  const tokens = lines.map(tokensOfLine);
  const sources = sourcesOf(read, questionNumbers);
  const steps = read.map((step, index) => scriptStep(step, sources[index]!, lines, tokens));
  if (!steps.every((step) => step !== null)) return null;
  const answerLine = lines.findLastIndex((line) => ownAnswerLine.test(line));
  return {
    problem,
    lines,
    steps,
    answerStep,
    answerLine: answerLine < 0 ? null : answerLine,
    questionNumbers,
    percentages,
    loose: tokens.map(({ prose }, line) => looseNumbers(prose, steps, line)),
  };
}

/** A result that is itself a calculation cannot be replaced by a number. */
const isPlain = ({ correct, statedText }: Step): boolean => correct && /^[\d,.]+%?$/.test(statedText);

function scriptStep(
  step: Step,
  sources: readonly (number | null)[],
  lines: readonly string[],
  tokens: readonly LineTokens[],
): ScriptStep | null {
  const ofLine = tokens[step.line]!;
  const mark = ofLine.marks.find(
    ({ start, end }) => start <= step.expression.start && step.expression.start < end,
  );
  const inside = mark ? mark.tokens : ofLine.prose;
  const spans = step.operands.map(({ start, end }) => ({ start, end }));
  const primary = { operands: spans, operators: operatorsBetween(inside, spans) };
  const mirror = mark && mirrorOf(step, mark.start, ofLine);
  if (mirror === "unlike") return null;
  const claimEnd = step.expression.start + step.text.length;
  const claim = { start: claimEnd - step.statedText.length, end: claimEnd };
  const repeated = mark && resultAfter(mark.end, step, lines[step.line]!, ofLine);
  if (repeated === "unlike") return null;
  return {
    line: step.line,
    start: step.expression.start,
    operands: step.operands.map(({ value, text }, index) => ({
      value,
      text,
      source: sources[index] ?? null,
    })),
    occurrences: mirror ? [primary, mirror] : [primary],
    stated: step.stated,
    statedText: step.statedText,
    results: repeated ? [claim, repeated] : [claim],
    unit: step.unitText,
  };
}

/** The same calculation in the prose before a mark: "48/2 =" of "48/2 = <<48/2=24>>24". */
function mirrorOf(step: Step, markStart: number, { prose }: LineTokens): Occurrence | "unlike" | undefined {
  const before = prose.filter(({ end }) => end <= markStart);
  if (before.at(-1)?.kind !== "equals") return undefined;
  const numbers = before.filter((token): token is NumberToken => token.kind === "number");
  const last = numbers.slice(-step.operands.length);
  const isSame =
    last.length === step.operands.length &&
    last.every(({ value }, index) => equals(value, step.operands[index]!.value));
  if (!isSame) return "unlike";
  const spans = last.map(({ start, end }) => ({ start, end }));
  return { operands: spans, operators: operatorsBetween(prose, spans) };
}

/** The result that is written again directly after a mark; "unlike" where it is written there as another number. */
function resultAfter(
  markEnd: number,
  step: Step,
  line: string,
  { prose }: LineTokens,
): Span | "unlike" | undefined {
  const next = prose.find(({ start }) => start >= markEnd);
  if (next?.kind !== "number" || !/^[\s$€£]*$/.test(line.slice(markEnd, next.start))) return undefined;
  return equals(next.value, step.stated) ? { start: next.start, end: next.end } : "unlike";
}

/**
 * For every number of every step the step whose result it is. A result that waits to be used comes first, because
 * solutions use what they compute; then a number of the question; then a result that was used before.
 */
function sourcesOf(steps: readonly Step[], given: readonly Rational[]): (number | null)[][] {
  const waiting = new Set<number>();
  return steps.map((step, index) => {
    const sources = step.operands.map(({ value }) => {
      const earlier = steps.slice(0, index).map((_, j) => j);
      const same = earlier.filter((j) => equals(steps[j]!.stated, value));
      const unused = same.findLast((j) => waiting.has(j));
      if (unused !== undefined) {
        waiting.delete(unused);
        return unused;
      }
      return given.some((number) => equals(number, value)) ? null : (same.at(-1) ?? null);
    });
    waiting.add(index);
    return sources;
  });
}

function looseNumbers(
  prose: LineTokens["prose"],
  steps: readonly (ScriptStep | null)[],
  line: number,
): NumberToken[] {
  const used = steps
    .filter((step) => step?.line === line)
    .flatMap((step) => [...step!.results, ...step!.occurrences.flatMap(({ operands }) => operands)])
    .map(({ start }) => start);
  return prose.filter(
    (token): token is NumberToken => token.kind === "number" && !used.includes(token.start),
  );
}

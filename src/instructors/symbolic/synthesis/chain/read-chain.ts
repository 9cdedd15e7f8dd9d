import type { Problem } from "../../../../domain/problem.ts";
import {
  applyOperator,
  type Expression,
  type Operation,
  type Operator,
} from "../../../../mathematics/expression.ts";
import { compare, divide, equals, type Rational } from "../../../../mathematics/rational.ts";
import { parseRational } from "../../../../mathematics/rational-text.ts";
import { readWorkedSolution, type Step } from "../../../../mathematics/worked-solution.ts";
import { constantsFor } from "./constants.ts";
import type { ChainOperation, Given, Operand, OperationChain } from "./operation-chain.ts";
import { type Mention, numbersOf } from "./question-numbers.ts";

/**
 * The chain of operations that a reference solution performs, traced from the answer back to the numbers of the
 * question.
 *
 * Null where a step cannot be read, a number comes from nowhere, or no step gives the answer.
 *
 * @example readChain({ id, question: "Ann has 3 bags of 4 nuts. How many nuts?", solution: "3*4=<<3*4=12>>12", answer: "12" })
 */
export function readChain(problem: Problem): OperationChain | null {
  const answer = parseRational(problem.answer);
  const { steps } = readWorkedSolution(problem.solution);
  const last = answer && steps.findLastIndex((step) => equals(step.stated, answer));
  if (last === null || last < 0) return null;
  const trace = startTrace(problem.question);
  for (const step of steps.slice(0, last + 1)) {
    if (!traceStep(trace, step)) return null;
  }
  const root = trace.results.at(-1)?.operand;
  return root?.kind === "result" ? neededFor(root.operation, trace) : null;
}

interface Trace {
  readonly mentions: readonly Mention[];
  readonly constants: readonly Rational[];
  readonly operations: ChainOperation[];
  /** What each step so far gave. */
  readonly results: { operand: Operand; value: Rational; used: boolean }[];
  /** The givens that operations refer to, with the mention each was read from. */
  readonly givens: { given: Given; mention: number }[];
}

function startTrace(question: string): Trace {
  return {
    mentions: numbersOf(question),
    constants: constantsFor(question),
    operations: [],
    results: [],
    givens: [],
  };
}

function traceStep(trace: Trace, step: Step): boolean {
  if (!step.correct) return false;
  const operand = traceExpression(trace, step.expression);
  if (!operand) return false;
  trace.results.push({ operand, value: step.stated, used: false });
  return true;
}

function traceExpression(trace: Trace, expression: Expression): Operand | null {
  if (expression.kind === "number") return sourceOf(trace, expression.value);
  if (expression.kind === "negation") return null;
  return traceShare(trace, expression) ?? traceOperation(trace, expression);
}

function traceOperation(trace: Trace, { operator, left, right }: Operation): Operand | null {
  const first = traceExpression(trace, left);
  const second = first && traceExpression(trace, right);
  return first && second && addOperation(trace, operator, first, second);
}

/** Written out, "two thirds of" is `2 / 3 * whole` or `2 * whole / 3`: one share of the question, not two numbers. */
function traceShare(trace: Trace, { operator, left, right }: Operation): Operand | null {
  if (operator !== "/" || right.kind !== "number") return null;
  if (left.kind === "number") return statedShare(trace, left.value, right.value);
  if (left.kind !== "operation" || left.operator !== "*") return null;
  for (const [numerator, whole] of [
    [left.left, left.right],
    [left.right, left.left],
  ] as const) {
    const share = numerator.kind === "number" ? statedShare(trace, numerator.value, right.value) : null;
    const of = share && traceExpression(trace, whole);
    if (share && of) return addOperation(trace, "*", share, of);
  }
  return null;
}

function statedShare(trace: Trace, numerator: Rational, denominator: Rational): Operand | null {
  if (denominator.numerator === 0n || compare(numerator, denominator) >= 0) return null;
  const value = divide(numerator, denominator);
  for (const [mention, { readings }] of trace.mentions.entries()) {
    const share = readings.find((reading) => reading.form === "share" && equals(reading.value, value));
    if (share) return { kind: "given", given: indexOfGiven(trace, mention, share) };
  }
  return null;
}

function addOperation(trace: Trace, operator: Operator, left: Operand, right: Operand): Operand | null {
  const [a, b] = [valueOfOperand(trace, left), valueOfOperand(trace, right)];
  if (operator === "/" && b.numerator === 0n) return null;
  trace.operations.push({ operator, operands: [left, right], value: applyOperator(operator, a, b) });
  return { kind: "result", operation: trace.operations.length - 1 };
}

function valueOfOperand(trace: Trace, operand: Operand): Rational {
  if (operand.kind === "constant") return operand.value;
  if (operand.kind === "given") return trace.givens[operand.given]!.given.value;
  return trace.operations[operand.operation]!.value;
}

/**
 * Where a number of the solution comes from. A result that waits to be used comes first, because solutions use what
 * they compute; then a number of the question that was not used yet; then anything used before; then constants.
 */
function sourceOf(trace: Trace, value: Rational): Operand | null {
  return (
    resultWith(trace, value, { used: false }) ??
    givenWith(trace, value, { used: false }) ??
    resultWith(trace, value, { used: true }) ??
    givenWith(trace, value, { used: true }) ??
    constantWith(trace, value)
  );
}

function resultWith(trace: Trace, value: Rational, { used }: { used: boolean }): Operand | null {
  const result = trace.results.findLast(
    (candidate) => candidate.used === used && equals(candidate.value, value),
  );
  if (!result) return null;
  result.used = true;
  return result.operand;
}

function givenWith(trace: Trace, value: Rational, { used }: { used: boolean }): Operand | null {
  for (const [mention, { readings }] of trace.mentions.entries()) {
    if (trace.givens.some((given) => given.mention === mention) !== used) continue;
    const reading = readings.find((candidate) => equals(candidate.value, value));
    if (reading) return { kind: "given", given: indexOfGiven(trace, mention, reading) };
  }
  return null;
}

function indexOfGiven(trace: Trace, mention: number, given: Given): number {
  const known = trace.givens.findIndex((entry) => entry.mention === mention && entry.given === given);
  return known >= 0 ? known : trace.givens.push({ given, mention }) - 1;
}

function constantWith(trace: Trace, value: Rational): Operand | null {
  const constant = trace.constants.find((candidate) => equals(candidate, value));
  return constant ? { kind: "constant", value: constant } : null;
}

/** The part of the traced graph that the answer rests on, renumbered in the order of the solution. */
function neededFor(root: number, trace: Trace): OperationChain {
  const needed = new Set<number>();
  const collect = (operation: number): void => {
    if (needed.has(operation)) return;
    needed.add(operation);
    for (const operand of trace.operations[operation]!.operands) {
      if (operand.kind === "result") collect(operand.operation);
    }
  };
  collect(root);

  const kept = [...needed].sort((a, b) => a - b);
  const givens: Given[] = [];
  const renumber = (operand: Operand): Operand => {
    if (operand.kind === "result") return { kind: "result", operation: kept.indexOf(operand.operation) };
    if (operand.kind === "constant") return operand;
    const { given } = trace.givens[operand.given]!;
    const known = givens.indexOf(given);
    return { kind: "given", given: known >= 0 ? known : givens.push(given) - 1 };
  };
  const operations = kept.map((index): ChainOperation => {
    const { operator, operands, value } = trace.operations[index]!;
    return { operator, operands: [renumber(operands[0]), renumber(operands[1])], value };
  });
  return { givens, operations };
}

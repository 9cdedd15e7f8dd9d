import type { Operator } from "../../../../mathematics/expression.ts";
import {
  compare,
  divide,
  equals,
  multiply,
  type Rational,
  rational,
} from "../../../../mathematics/rational.ts";
import type { Script, ScriptStep } from "./script.ts";

/**
 * What makes a mistake of one kind a clear case of it. A number that is wrong can be right elsewhere by chance, and a
 * wrong calculation can be a good beginning of another: such mistakes could be called by several names, and are not made.
 */

export const isAmong = (values: readonly Rational[], value: Rational): boolean =>
  values.some((other) => equals(other, value));

/** The results of a solution. */
export const resultsOf = ({ steps }: Script): Rational[] => steps.map(({ stated }) => stated);

/** Whether a number is given, or comes out of a step. */
export function isKnown(script: Script, value: Rational): boolean {
  return isAmong(script.questionNumbers, value) || isAmong(resultsOf(script), value);
}

/** The numbers that the result of a step rests on, those of earlier steps with their results among them. */
export function behind({ steps }: Script, step: number): Rational[] {
  const reached = new Set([step]);
  // A set goes on to what is added while it is gone through.
  for (const index of reached) {
    for (const { source } of steps[index]!.operands) if (source !== null) reached.add(source);
  }
  return [...reached].flatMap((index) => steps[index]!.operands.map(({ value }) => value));
}

/** The numbers of the steps that go on from a result. */
export function numbersBeside({ steps }: Script, step: number): Rational[] {
  return steps
    .filter(({ operands }) => operands.some(({ source }) => source === step))
    .flatMap(({ operands }) => operands.map(({ value }) => value));
}

/** The sign of a step with two numbers; null for any other. */
export function operatorOf({ lines }: Script, { line, occurrences, operands }: ScriptStep): Operator | null {
  const [sign] = occurrences[0]!.operators;
  if (!sign || operands.length !== 2) return null;
  const text = lines[line]!.slice(sign.start, sign.end);
  return (signs as readonly string[]).includes(text) ? (text as Operator) : null;
}

const signs = ["+", "-", "*", "/"] as const;

/** Whether a calculation has a number in common with another step of the same operation, or with what that rests on. */
export function resemblesAnother(
  script: Script,
  step: number,
  operator: Operator | null,
  operands: readonly Rational[],
): boolean {
  return script.steps.some(
    (other, index) =>
      index !== step &&
      operatorOf(script, other) === operator &&
      behind(script, index).some((value) => isAmong(operands, value)),
  );
}

/** Whether a number of a step is a percentage of the question, or a share of one as such. */
export function isPercentage({ percentages, steps }: Script, step: number, operand: number): boolean {
  const { operands } = steps[step]!;
  const { value } = operands[operand]!;
  const isDividedByHundred = operands.some((other) => equals(other.value, hundred));
  return (
    isAmong(percentages, value) ||
    (isDividedByHundred && percentages.some((share) => equals(multiply(share, hundred), value)))
  );
}

const hundred = rational(100);

/** Whether a step takes a percentage of something. */
export function takesPercentage(script: Script, step: number): boolean {
  const { operands } = script.steps[step]!;
  return isProduct(script, step) && operands.some((_, operand) => isPercentage(script, step, operand));
}

/** Whether a step multiplies or divides, and does nothing else. */
export function isProduct({ steps, lines }: Script, step: number): boolean {
  const { line, occurrences } = steps[step]!;
  const signsOfStep = occurrences[0]!.operators.map(
    (sign) => sign && lines[line]!.slice(sign.start, sign.end),
  );
  return signsOfStep.every((sign) => sign !== null && /^[*/x×÷]$/.test(sign));
}

/** Factors between units, with words of a question that speak of both. */
const conversions: readonly (readonly [factor: number, one: RegExp, other: RegExp])[] = [
  [60, /hour/i, /minute/i],
  [60, /minute/i, /second/i],
  [24, /\bday/i, /hour/i],
  [7, /week/i, /\bday|daily/i],
  [12, /year|annual/i, /month/i],
  [52, /year|annual/i, /week/i],
  [365, /year|annual/i, /\bday|daily/i],
  [4, /month/i, /week/i],
  [12, /feet|foot/i, /inch/i],
  [3, /yard/i, /feet|foot/i],
  [36, /yard/i, /inch/i],
  [100, /\bmeter|\bm\b/i, /centimeter|\bcm\b/i],
  [1000, /kilo|\bkm\b/i, /meter|gram|\bm\b/i],
  [1000, /lit(?:er|re)/i, /milli|\bml\b/i],
  [100, /dollar|\$/i, /\bcents?\b|penn/i],
  [16, /pound/i, /ounce/i],
  [4, /gallon/i, /quart/i],
  [2, /quart/i, /pint/i],
  [8, /gallon/i, /pint/i],
  [12, /dozen/i, /dozen/i],
];

/**
 * Whether a number of a step is a factor between two units that the question speaks of, and does not give itself. What is
 * divided is no factor: 12 months / 4.
 */
export function isConversion(script: Script, step: number, operand: number): boolean {
  const { problem, questionNumbers, steps } = script;
  const { value, source } = steps[step]!.operands[operand]!;
  const isDivided = operand === 0 && operatorOf(script, steps[step]!) === "/";
  const isNamed = conversions.some(
    ([factor, one, other]) =>
      equals(rational(factor), value) && one.test(problem.question) && other.test(problem.question),
  );
  return isNamed && !isDivided && source === null && !isAmong(questionNumbers, value);
}

/** Whether a step converts a unit. */
export function convertsUnit(script: Script, step: number): boolean {
  return script.steps[step]!.operands.some((_, operand) => isConversion(script, step, operand));
}

/** Whether one number is so many times the other that it could be the same amount in another unit. */
export function isOtherUnit(one: Rational, other: Rational): boolean {
  const [smaller, larger] = compare(one, other) < 0 ? [one, other] : [other, one];
  return smaller.numerator > 0n && isAmong(unitFactors, divide(larger, smaller));
}

const unitFactors = [7, 12, 24, 30, 31, 36, 52, 60, 100, 365, 1000].map((factor) => rational(factor));

import { includesAmount, sameAmount } from "./amounts.ts";
import type { Calculation, Part } from "./calculation.ts";
import { earlierThan, resultsIn } from "./derivation.ts";
import { valuesOf } from "./parts.ts";
import type { QuestionNumber } from "./question-numbers.ts";
import type { Situation } from "./situation.ts";

/** Numbers that a solution can bring in by itself: halves, doubles, percent, and the factors between units. */
const commonKnowledge = [1, 2, 100, 0.5, 0.01, 7, 12, 24, 30, 52, 60, 365, 1000];

export function isQuestionNumber(value: number, { questionNumbers }: Situation): boolean {
  return questionNumbers.some((given) => sameAmount(given.value, value) || isPercentNumber(value, given));
}

/** Whether a number is written as a percentage, or is one of the question's: .2 for 20%. */
export function isPercentage(part: Part, { questionNumbers }: Situation): boolean {
  const isGiven = ({ value, percentage }: QuestionNumber) => percentage && sameAmount(value, part.value);
  return part.percentage || questionNumbers.some(isGiven);
}

/** 20 for a question that gives 20%. */
function isPercentNumber(value: number, given: QuestionNumber): boolean {
  return given.percentage && sameAmount(given.value * 100, value);
}

/** Whether a number comes from nowhere: not from the question, an earlier result, the reference or common knowledge. */
export function isInvented({ value }: Part, calculation: Calculation, situation: Situation): boolean {
  const earlier = earlierThan(calculation, situation.attempt.calculations);
  const isKnown =
    isQuestionNumber(value, situation) ||
    earlier.some((candidate) => isResultOf(value, candidate)) ||
    includesAmount(commonKnowledge, value) ||
    includesAmount(relatedNumbers(situation), value);
  return !isKnown;
}

/** Whether a number is a result, or one rounded to a whole number. */
function isResultOf(value: number, calculation: Calculation): boolean {
  if (resultsIn(calculation, value)) return true;
  return (
    Number.isInteger(value) &&
    Math.abs(calculation.result - value) < 1 &&
    !Number.isInteger(calculation.result)
  );
}

/** 0.8, 1.2, 80 or 5 for 20%; 0.25 for 25 cents; and what the reference brings in. */
function relatedNumbers({ questionNumbers, reference }: Situation): number[] {
  const given = questionNumbers.map(({ value }) => value);
  const shares = given.filter((value) => value > 0 && value < 1);
  return [
    ...shares.flatMap((share) => [1 - share, 1 + share, 100 * (1 - share), 100 * (1 + share), 1 / share]),
    ...given.map((value) => value / 100),
    ...reference.calculations.flatMap(({ parts }) => valuesOf(parts)),
  ];
}

import type { Case } from "../../../domain/attempt.ts";
import {
  parseRational,
  readWorkedSolution,
  type Step,
  toNumber,
  type WorkedSolution,
} from "../../../mathematics/index.ts";
import { type Calculation, calculationsOf } from "./calculation.ts";
import { type Landmark, landmarksOf } from "./landmarks.ts";
import { type QuestionNumber, questionNumbers } from "./question-numbers.ts";

/** A solution as text, steps and calculations. */
export interface Solution {
  readonly lines: readonly string[];
  readonly steps: readonly Step[];
  readonly calculations: readonly Calculation[];
}

/** All that the causes of a mistake are judged on. */
export interface Situation {
  readonly question: string;
  readonly questionNumbers: readonly QuestionNumber[];
  readonly reference: Solution;
  readonly attempt: Solution;
  /** The calculations of the reference, prepared for comparison. */
  readonly landmarks: readonly Landmark[];
  /** Values that the reference gives without a calculation that could be read, the answer among them. */
  readonly bareValues: readonly number[];
  /** The reference answer; null where it is no number. */
  readonly answer: number | null;
  /** The attempt's answer; null where it gives none, or none that is a number. */
  readonly finalAnswer: number | null;
}

export function situationOf({ problem, attempt }: Case): Situation {
  const worked = readWorkedSolution(attempt.output);
  const reference = solutionOf(problem.solution);
  const answer = numberOf(problem.answer);
  const given = questionNumbers(problem.question);
  return {
    question: problem.question,
    questionNumbers: given,
    reference,
    attempt: solutionOf(attempt.output, worked),
    landmarks: landmarksOf(reference.calculations),
    bareValues: bareValues(reference, given, answer),
    answer,
    finalAnswer: numberOf(attempt.prediction) ?? (worked.finalAnswer && toNumber(worked.finalAnswer)),
  };
}

function solutionOf(text: string, worked: WorkedSolution = readWorkedSolution(text)): Solution {
  return { lines: text.split("\n"), steps: worked.steps, calculations: calculationsOf(worked.steps) };
}

/** The numbers after equals signs in lines without a calculation that could be read, as in "2x = 80". */
function valuesWithoutCalculation({ lines, calculations, steps }: Solution): number[] {
  const readLines = new Set(calculations.map(({ step }) => steps[step]!.line));
  const unread = lines.filter((_, line) => !readLines.has(line)).join("\n");
  return [...unread.matchAll(/=\s*[$€£]?(-?[\d,]*\.?\d+)/g)].flatMap(([, number]) => numberOf(number!) ?? []);
}

function bareValues(reference: Solution, given: readonly QuestionNumber[], answer: number | null): number[] {
  const values = valuesWithoutCalculation(reference).filter(
    (value) => !given.some((number) => number.value === value),
  );
  const isComputed = reference.calculations.some(({ result }) => result === answer);
  return answer === null || isComputed ? values : [...values, answer];
}

function numberOf(text: string | null): number | null {
  const value = text === null ? null : parseRational(text.replace(/[$€£%\s]/g, ""));
  return value && toNumber(value);
}

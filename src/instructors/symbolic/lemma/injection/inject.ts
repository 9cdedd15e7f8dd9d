import type { MistakeLabel } from "../../../../domain/mistake-label.ts";
import { UnusableAnswerError } from "../../../../foundation/errors.ts";
import { createRandom } from "../../../../foundation/random.ts";
import type { InjectedMistake, InjectionRequest } from "../../../mistake-instructor.ts";
import type { MistakeMaker } from "./mistake-maker.ts";
import { calculationError } from "./mistakes/calculation.ts";
import { countingError } from "./mistakes/counting.ts";
import { irrelevantInformation } from "./mistakes/irrelevant.ts";
import { missingStep } from "./mistakes/missing-step.ts";
import { operatorError } from "./mistakes/operator.ts";
import { confusingConceptError, confusingFormulaError } from "./mistakes/percentage.ts";
import { questionUnderstandingError } from "./mistakes/question.ts";
import { contextValueError, previousStepValueError } from "./mistakes/reference.ts";
import { unitConversionError } from "./mistakes/unit-conversion.ts";
import { readScript } from "./script.ts";

const makers: Readonly<Partial<Record<MistakeLabel, MistakeMaker>>> = {
  calculation_error: calculationError,
  counting_error: countingError,
  question_understanding_error: questionUnderstandingError,
  referencing_context_value_error: contextValueError,
  referencing_previous_step_value_error: previousStepValueError,
  unit_conversion_error: unitConversionError,
  operator_error: operatorError,
  missing_step: missingStep,
  confusing_formula_error: confusingFormulaError,
  confusing_concept_error: confusingConceptError,
  adding_irrelevant_information: irrelevantInformation,
};

/** All kinds of mistake but nonsense, which has no step to be wrong. */
export const injectable = Object.keys(makers) as MistakeLabel[];

/**
 * Makes one step of the reference solution wrong and goes on from it consistently to a wrong answer.
 *
 * @throws UnusableAnswerError where the solution cannot be read, or has no place for such a mistake
 */
export function inject({ problem, label, seed }: InjectionRequest): InjectedMistake {
  const script = readScript(problem);
  if (!script) throw new UnusableAnswerError("the reference solution cannot be recomputed");
  const tellings = makers[label]?.(script, createRandom(seed)) ?? [];
  for (const tell of tellings) {
    const solution = tell();
    if (solution !== null) return { solution, explanation: explain(label, script.lines, solution) };
  }
  throw new UnusableAnswerError(`${label} has no place in the reference solution`);
}

function explain(label: MistakeLabel, right: readonly string[], solution: string): string {
  const wrong = solution.split("\n");
  const at = wrong.findIndex((line, index) => line !== right[index]);
  return right[at] === undefined
    ? `${label}: "${wrong[at]}" does not belong there.`
    : `${label}: it says "${wrong[at]}", not "${right[at]}".`;
}

import type { ErroneousSolution } from "../../../../domain/erroneous-solution.ts";
import type { MistakeLabel } from "../../../../domain/mistake-label.ts";
import { readWorkedSolution, type Step, splitSteps } from "../../../../mathematics/index.ts";
import { equals } from "../../../../mathematics/rational.ts";
import { toText } from "../../../../mathematics/rational-text.ts";

/** What is wrong with a step, where no other calculation belongs in its place. */
const reasons: Readonly<Record<MistakeLabel, string>> = {
  calculation_error: "that is not what it comes to",
  counting_error: "that counts wrongly",
  question_understanding_error: "that is not what the question says",
  referencing_context_value_error: "that takes the wrong number",
  referencing_previous_step_value_error: "that takes the wrong result",
  unit_conversion_error: "that mixes up units",
  operator_error: "that is the wrong operation",
  missing_step: "a step is missing",
  confusing_formula_error: "that is the wrong formula",
  confusing_concept_error: "that is the wrong share",
  adding_irrelevant_information: "that is neither given nor asked for",
  nonsense_output_error: "that makes no sense",
};

/**
 * What a solver says on noticing the mistake: what is wrong with the step and, where another calculation clearly belongs in
 * its place, which. `rest` are the right steps that are still needed.
 */
export function reflection(erroneous: ErroneousSolution, rest: string): string {
  const wrong = wrongCalculation(erroneous);
  const [right] = readWorkedSolution(rest).steps;
  const reason = reasons[erroneous.label];
  if (!wrong) return `${reason}.`;
  const said = expressionOf(wrong);
  if (!wrong.correct) return `${said} is ${toText(wrong.computed)}, not ${wrong.statedText}.`;
  if (!right || !isInPlaceOf(right, wrong) || expressionOf(right) === said) return `${reason}.`;
  return erroneous.label === "missing_step"
    ? `first ${expressionOf(right)}.`
    : `it must be ${expressionOf(right)}, not ${said}.`;
}

/** Calculations with a number in common are about the same thing. */
const isInPlaceOf = (right: Step, wrong: Step): boolean =>
  right.operands.length > 1 &&
  right.operands.some(({ value }) => wrong.operands.some((other) => equals(other.value, value)));

/** The first calculation of the wrong step that is not as it should be, else its last. */
function wrongCalculation({ solution, firstWrongStep }: ErroneousSolution): Step | undefined {
  const wrong = splitSteps(solution)[firstWrongStep];
  const steps = wrong ? readWorkedSolution(wrong.text).steps : [];
  return steps.find(({ correct }) => !correct) ?? steps.at(-1);
}

/** "87 + 45" of "87+45=132". */
function expressionOf({ text, statedText }: Step): string {
  return text
    .slice(0, text.length - statedText.length)
    .replace(/=\s*[$€£]?\s*$/, "")
    .trim();
}

import { equals, one, type Rational } from "../../../../../mathematics/rational.ts";
import type { MistakeMaker, WrongTelling } from "../mistake-maker.ts";
import { retell } from "../retell.ts";
import type { Script } from "../script.ts";
import {
  behind,
  convertsUnit,
  isAmong,
  isOtherUnit,
  numbersBeside,
  operatorOf,
  resemblesAnother,
  resultsOf,
  takesPercentage,
} from "../specimen.ts";

/** Another number of the question in the place of the right one. */
export const contextValueError: MistakeMaker = (script, random) => {
  const { questionNumbers } = script;
  const candidates = questionNumbers.filter((number) => !isAmong(resultsOf(script), number));
  return random.shuffle(
    places(script).flatMap(({ step, operand, value, source }) =>
      source === null && isAmong(questionNumbers, value) && !isAmong(resultsOf(script), value)
        ? inPlaceOf(script, step, operand, candidates)
        : [],
    ),
  );
};

/** Another earlier result in the place of the right one, or a number of the question. */
export const previousStepValueError: MistakeMaker = (script, random) =>
  random.shuffle(
    places(script).flatMap(({ step, operand, value, source }) => {
      if (source === null) return [];
      const candidates = [...resultsOf(script).slice(0, step), ...script.questionNumbers];
      return inPlaceOf(
        script,
        step,
        operand,
        candidates.filter((candidate) => !isOtherUnit(candidate, value)),
      );
    }),
  );

/** Every number of the steps that take no percentage and convert no unit: those are mistaken in their own ways. */
function places(script: Script) {
  return script.steps.flatMap(({ operands }, step) =>
    takesPercentage(script, step) || convertsUnit(script, step)
      ? []
      : operands.map(({ value, source }, operand) => ({ step, operand, value, source })),
  );
}

function inPlaceOf(
  script: Script,
  step: number,
  operand: number,
  candidates: readonly Rational[],
): WrongTelling[] {
  const right = script.steps[step]!;
  const operator = operatorOf(script, right);
  const used = [...behind(script, step), ...numbersBeside(script, step)];
  return candidates
    .filter((candidate) => !equals(candidate, one))
    .filter((candidate) => !isAmong(used, candidate))
    .filter((candidate) => {
      const values = right.operands.map(({ value }, k) => (k === operand ? candidate : value));
      return operator !== null && !resemblesAnother(script, step, operator, values);
    })
    .map((candidate) => () => retell(script, { step, operands: new Map([[operand, candidate]]) }));
}

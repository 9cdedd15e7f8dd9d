import {
  equals,
  multiply,
  one,
  type Rational,
  rational,
  subtract,
} from "../../../../../mathematics/rational.ts";
import type { MistakeMaker, WrongTelling } from "../mistake-maker.ts";
import { retell } from "../retell.ts";
import type { Script } from "../script.ts";
import {
  behind,
  isAmong,
  isKnown,
  isPercentage,
  numbersBeside,
  operatorOf,
  resemblesAnother,
  resultsOf,
  takesPercentage,
} from "../specimen.ts";

const hundred = rational(100);

/** The formula of a percentage is mixed up: of another amount, or without the division by 100. */
export const confusingFormulaError: MistakeMaker = (script, random) =>
  random.shuffle([...ofAnotherBase(script), ...notDividedByHundred(script)]);

/** What remains of a percentage is taken for the percentage, or the percentage for what remains. */
export const confusingConceptError: MistakeMaker = (script, random) =>
  random.shuffle([...complements(script), ...shareForRemainder(script)]);

function ofAnotherBase(script: Script): WrongTelling[] {
  return script.steps.flatMap(({ operands }, step) => {
    if (!takesPercentage(script, step)) return [];
    const used = [...behind(script, step), ...numbersBeside(script, step)];
    const candidates = [...resultsOf(script).slice(0, step), ...script.questionNumbers].filter(
      (candidate) => !isAmong(used, candidate) && !resemblesAnother(script, step, "*", [candidate]),
    );
    return operands.flatMap(({ value }, operand) =>
      equals(value, hundred) || isPercentage(script, step, operand)
        ? []
        : candidates.map(
            (candidate) => () => retell(script, { step, operands: new Map([[operand, candidate]]) }),
          ),
    );
  });
}

function notDividedByHundred(script: Script): WrongTelling[] {
  return script.steps.flatMap(({ operands }, step) => {
    const without = operands.length - 1;
    const isDivided = without > 1 && equals(operands[without]!.value, hundred) && !isKnown(script, hundred);
    return isDivided && takesPercentage(script, step) ? [() => retell(script, { step, without })] : [];
  });
}

function complements(script: Script): WrongTelling[] {
  return script.steps.flatMap(({ operands }, step) =>
    operands.flatMap(({ value }, operand) => {
      if (!takesPercentage(script, step) || !isPercentage(script, step, operand)) return [];
      const complement = subtract(wholeOf(script, value), value);
      return equals(complement, value)
        ? []
        : [() => retell(script, { step, operands: new Map([[operand, complement]]) })];
    }),
  );
}

/** 1 for a share, 100 for the number of a percentage. */
const wholeOf = ({ percentages }: Script, value: Rational): Rational =>
  percentages.some((share) => equals(share, value)) ? one : multiply(one, hundred);

/** The discount goes in where the price after it belongs: in the last step, which nothing else leads to. */
function shareForRemainder(script: Script): WrongTelling[] {
  return script.steps.flatMap((step, index) => {
    const [base, share] = step.operands;
    const isRemainder =
      operatorOf(script, step) === "-" &&
      base!.source === null &&
      share!.source !== null &&
      takesPercentage(script, share!.source);
    const isUsedLast = script.steps[script.answerStep]!.operands.some(({ source }) => source === index);
    const isAlone = script.steps.filter(({ line }) => line === step.line).length === 1;
    const isUnlike = resultsOf(script).filter((result) => equals(result, step.stated)).length === 1;
    return isRemainder && isUsedLast && isAlone && isUnlike
      ? [() => retell(script, { step: index, standIn: share!.value })]
      : [];
  });
}

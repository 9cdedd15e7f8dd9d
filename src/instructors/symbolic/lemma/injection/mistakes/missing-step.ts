import { equals, type Rational } from "../../../../../mathematics/rational.ts";
import type { MistakeMaker } from "../mistake-maker.ts";
import { retell, withAnswer } from "../retell.ts";
import type { Operand, Script, ScriptStep } from "../script.ts";
import { convertsUnit, isAmong, isOtherUnit, operatorOf, takesPercentage } from "../specimen.ts";

/** A step is left out, and what goes into it stands where its result belongs; or the solution stops before its end. */
export const missingStep: MistakeMaker = (script, random) => {
  const skipped = script.steps.flatMap((step, index) => {
    const canBeSkipped =
      index !== script.answerStep &&
      isAloneOn(script, step.line) &&
      operatorOf(script, step) !== "+" &&
      !restsOnPercentage(script, index) &&
      !convertsUnit(script, index);
    return canBeSkipped
      ? step.operands
          .filter(({ value }) => !isOtherUnit(value, step.stated))
          .map(
            ({ value }) =>
              () =>
                retell(script, { step: index, standIn: value }),
          )
      : [];
  });
  return random.shuffle([...skipped, () => stopEarly(script)]);
};

/** Whether a step takes a percentage, or what one came to: that is confused in ways of its own. */
const restsOnPercentage = (script: Script, index: number): boolean =>
  takesPercentage(script, index) ||
  script.steps[index]!.operands.some(({ source }) => source !== null && takesPercentage(script, source));

/** Whether a result is no other number of the solution. */
const isToldApart = ({ steps, questionNumbers }: Script, { stated }: ScriptStep): boolean =>
  steps.filter((step) => equals(step.stated, stated)).length === 1 &&
  !isAmong([...questionNumbers, ...steps.flatMap(({ operands }) => ownNumbers(operands))], stated);

const ownNumbers = (operands: readonly Operand[]): Rational[] =>
  operands.filter(({ source }) => source === null).map(({ value }) => value);

/** The solution without its last step: the result before it is the answer. */
function stopEarly(script: Script): string | null {
  const { steps, answerStep, lines } = script;
  const last = steps[answerStep]!;
  const before = steps[answerStep - 1];
  if (!before || !isToldApart(script, before) || before.line === last.line || answerStep !== steps.length - 1)
    return null;
  const answerOnly = script.answerLine === null ? [] : [lines[script.answerLine]!];
  const kept = [...lines.slice(0, last.line), ...answerOnly];
  const answerLine = script.answerLine === null ? null : kept.length - 1;
  return withAnswer({ ...script, answerLine }, kept, before.statedText).join("\n");
}

const isAloneOn = ({ steps }: Script, line: number): boolean =>
  steps.filter((step) => step.line === line).length === 1;

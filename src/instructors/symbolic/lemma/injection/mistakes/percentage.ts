import { isInteger } from "../../../../../mathematics/index.ts";
import {
  compare,
  equals,
  one,
  type Rational,
  rational,
  subtract,
} from "../../../../../mathematics/rational.ts";
import type { MistakeMaker, WrongTelling } from "../mistake-maker.ts";
import { retell } from "../retell.ts";
import type { Script } from "../script.ts";

const hundred = rational(100);

/** The formula of a percentage is mixed up: of another amount, or without the division by 100. */
export const confusingFormulaError: MistakeMaker = (script, random) =>
  random.shuffle([...ofAnotherBase(script), ...notDividedByHundred(script)]);

/** What remains of a percentage or share in the place of the share itself. */
export const confusingConceptError: MistakeMaker = (script, random) =>
  random.shuffle(
    script.steps.flatMap(({ operands }, step) =>
      operands.flatMap(({ value, source }, k) => {
        const whole = source === null ? wholeOf(script, step, value) : null;
        if (!whole) return [];
        const complement = subtract(whole, value);
        return equals(complement, value)
          ? []
          : [() => retell(script, { step, operands: new Map([[k, complement]]) })];
      }),
    ),
  );

/** 1 for a share, 100 for the number of a percentage that is divided by 100; null for anything else. */
function wholeOf({ steps }: Script, step: number, value: Rational): Rational | null {
  if (value.numerator > 0n && compare(value, one) < 0) return one;
  const isPercentage = steps[step]!.operands.some((other) => equals(other.value, hundred));
  return isPercentage && isInteger(value) && compare(value, hundred) < 0 ? hundred : null;
}

function ofAnotherBase(script: Script): WrongTelling[] {
  const { steps, questionNumbers } = script;
  return steps.flatMap(({ operands }, step) => {
    if (!operands.some(({ value }) => wholeOf(script, step, value))) return [];
    const candidates = [...steps.slice(0, step).map(({ stated }) => stated), ...questionNumbers];
    return operands.flatMap(({ value }, k) =>
      equals(value, hundred) || wholeOf(script, step, value)
        ? []
        : candidates
            .filter((candidate) => !operands.some((other) => equals(other.value, candidate)))
            .map((candidate) => () => retell(script, { step, operands: new Map([[k, candidate]]) })),
    );
  });
}

function notDividedByHundred(script: Script): WrongTelling[] {
  return script.steps.flatMap(({ operands }, step) =>
    operands.flatMap(({ value }, without) =>
      equals(value, hundred) && without === operands.length - 1 && without > 1
        ? [() => retell(script, { step, without })]
        : [],
    ),
  );
}

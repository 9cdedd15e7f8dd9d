import { equals, type Rational } from "../../../../../mathematics/rational.ts";
import type { MistakeMaker, WrongTelling } from "../mistake-maker.ts";
import { retell } from "../retell.ts";
import type { Script, ScriptStep } from "../script.ts";

/** Another number of the question in the place of the right one. */
export const contextValueError: MistakeMaker = (script, random) =>
  random.shuffle(
    script.steps.flatMap((step, index) =>
      step.operands.flatMap(({ value, source }, k) =>
        source === null && isGiven(script, value) ? inPlaceOf(script, index, k, script.questionNumbers) : [],
      ),
    ),
  );

/** Another earlier result in the place of the right one, or a number of the question. */
export const previousStepValueError: MistakeMaker = (script, random) => [
  ...random.shuffle(referencesBack(script, (index) => resultsBefore(script, index))),
  ...random.shuffle(referencesBack(script, () => script.questionNumbers)),
];

function referencesBack(script: Script, candidates: (step: number) => readonly Rational[]): WrongTelling[] {
  return script.steps.flatMap(({ operands }, index) =>
    operands.flatMap(({ source }, k) =>
      source === null ? [] : inPlaceOf(script, index, k, candidates(index)),
    ),
  );
}

function inPlaceOf(
  script: Script,
  step: number,
  operand: number,
  candidates: readonly Rational[],
): WrongTelling[] {
  const { operands } = script.steps[step]!;
  return candidates
    .filter((candidate) => !operands.some(({ value }) => equals(value, candidate)))
    .map((candidate) => () => retell(script, { step, operands: new Map([[operand, candidate]]) }));
}

const resultsBefore = ({ steps }: Script, step: number): Rational[] =>
  steps.slice(0, step).map(({ stated }: ScriptStep) => stated);

const isGiven = ({ questionNumbers }: Script, value: Rational): boolean =>
  questionNumbers.some((number) => equals(number, value));

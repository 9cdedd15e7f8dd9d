import { equals, type Rational, rational } from "../../../../../mathematics/rational.ts";
import type { MistakeMaker, WrongTelling } from "../mistake-maker.ts";
import { retell } from "../retell.ts";
import type { Script, ScriptStep } from "../script.ts";

/** Factors between units that solutions know by themselves. */
const factors = [7, 10, 12, 16, 24, 30, 36, 52, 60, 100, 365, 1000, 3, 4, 8].map((factor) =>
  rational(factor),
);

/** A conversion is left out, done the wrong way round, or by the factor of another conversion. */
export const unitConversionError: MistakeMaker = (script, random) =>
  random.shuffle(
    script.steps.flatMap((step, index) =>
      step.operands.flatMap(({ value, source }, k) =>
        source === null && isFactor(script, value) ? misconversions(script, step, index, k) : [],
      ),
    ),
  );

function misconversions(
  script: Script,
  { operands, line }: ScriptStep,
  step: number,
  factor: number,
): WrongTelling[] {
  const others = factors.filter((other) => !equals(other, operands[factor]!.value));
  const byAnother = others.map(
    (other) => () => retell(script, { step, operands: new Map([[factor, other]]) }),
  );
  if (operands.length > 2) return [...byAnother, () => retell(script, { step, without: factor })];
  const standIn = operands[1 - factor]!.value;
  const isAlone = script.steps.filter((other) => other.line === line).length === 1;
  const leftOut = isAlone && step !== script.answerStep ? [() => retell(script, { step, standIn })] : [];
  const reversed = (["*", "/"] as const).map((operator) => () => retell(script, { step, operator }));
  return [...leftOut, ...reversed, ...byAnother];
}

const isFactor = ({ questionNumbers }: Script, value: Rational): boolean =>
  factors.some((factor) => equals(factor, value)) && !questionNumbers.some((number) => equals(number, value));

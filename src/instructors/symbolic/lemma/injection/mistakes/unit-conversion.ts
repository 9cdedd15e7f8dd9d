import { multiply, rational } from "../../../../../mathematics/rational.ts";
import type { MistakeMaker, WrongTelling } from "../mistake-maker.ts";
import { retell } from "../retell.ts";
import type { Script } from "../script.ts";
import { isConversion, isKnown } from "../specimen.ts";

/** A conversion is left out, done the wrong way round, or by a wrong factor. */
export const unitConversionError: MistakeMaker = (script, random) =>
  random.shuffle(
    script.steps.flatMap(({ operands }, step) =>
      operands.flatMap((_, operand) =>
        operands.length > 1 && isConversion(script, step, operand) && isProduct(script, step)
          ? misconversions(script, step, operand)
          : [],
      ),
    ),
  );

/** A conversion multiplies or divides: 12 months less 8 convert nothing. */
const isProduct = (script: Script, step: number): boolean =>
  script.steps[step]!.occurrences[0]!.operators.every(
    (sign) => sign && /[*/x×÷]/.test(script.lines[script.steps[step]!.line]!.slice(sign.start, sign.end)),
  );

function misconversions(script: Script, step: number, operand: number): WrongTelling[] {
  const { operands, line } = script.steps[step]!;
  const { value } = operands[operand]!;
  const wrong = [multiply(value, rational(10)), rational(10), rational(100), rational(50)];
  const byWrongFactor = wrong
    .filter((factor) => !isKnown(script, factor))
    .map((factor) => () => retell(script, { step, operands: new Map([[operand, factor]]) }));
  if (operands.length > 2) return [...byWrongFactor, () => retell(script, { step, without: operand })];
  const reversed = (["*", "/"] as const).map((operator) => () => retell(script, { step, operator }));
  const isAlone = script.steps.filter((other) => other.line === line).length === 1;
  const canBeLeftOut = isAlone && step !== script.answerStep;
  const standIn = operands[1 - operand]!.value;
  return [...byWrongFactor, ...reversed, ...(canBeLeftOut ? [() => retell(script, { step, standIn })] : [])];
}

import { equals, multiply, rational } from "../../../../../mathematics/rational.ts";
import type { MistakeMaker, WrongTelling } from "../mistake-maker.ts";
import { retell } from "../retell.ts";
import type { Script } from "../script.ts";
import { isConversion, isKnown, isProduct } from "../specimen.ts";

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
  const uses = script.steps.flatMap((other) => other.operands).filter((other) => equals(other.value, value));
  const canBeLeftOut = isAlone && step !== script.answerStep && uses.length === 1;
  const standIn = operands[1 - operand]!.value;
  return [...byWrongFactor, ...reversed, ...(canBeLeftOut ? [() => retell(script, { step, standIn })] : [])];
}

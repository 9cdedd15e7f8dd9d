import { isInteger } from "../../../../../mathematics/index.ts";
import { add, multiply, type Rational, rational } from "../../../../../mathematics/rational.ts";
import type { MistakeMaker } from "../mistake-maker.ts";
import { retell } from "../retell.ts";

/** By how much a slip misses: a unit, a carry, a digit in the wrong place. */
const misses = [1, -1, 2, -2, 3, -3, 10, -10, 20, -20, 100, -100];

/** The calculation is the right one, and its result is not what it comes to. */
export const calculationError: MistakeMaker = (script, random) =>
  random.shuffle(
    script.steps.flatMap(({ stated, operands }, step) =>
      operands.length < 2
        ? []
        : misses.flatMap((miss) => {
            const result = slip(stated, miss);
            return result ? [() => retell(script, { step, result })] : [];
          }),
    ),
  );

/** A near result; null where the slip would be as large as the number itself, or needs a place that it lacks. */
function slip(stated: Rational, miss: number): Rational | null {
  const unit = isInteger(stated) ? rational(1) : rational(1, 2);
  const result = add(stated, multiply(unit, rational(miss)));
  const isSmall = Math.abs(miss) <= 2 || 5 * Math.abs(miss) < Number(stated.numerator / stated.denominator);
  return result.numerator > 0n && isSmall ? result : null;
}

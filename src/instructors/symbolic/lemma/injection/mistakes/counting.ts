import { isInteger } from "../../../../../mathematics/index.ts";
import { add, compare, equals, one, type Rational, rational } from "../../../../../mathematics/rational.ts";
import type { MistakeMaker, WrongTelling } from "../mistake-maker.ts";
import { retell } from "../retell.ts";
import type { Script } from "../script.ts";
import { convertsUnit, isKnown, takesPercentage } from "../specimen.ts";

/** An amount is counted twice or left out, or a count is off by one. */
export const countingError: MistakeMaker = (script, random) =>
  random.shuffle([...countedTwice(script), ...leftOut(script), ...offByOne(script)]);

function countedTwice(script: Script): WrongTelling[] {
  return sums(script).flatMap(({ operands, step }) =>
    operands.map(
      ({ value }) =>
        () =>
          retell(script, { step, plus: value }),
    ),
  );
}

function leftOut(script: Script): WrongTelling[] {
  return sums(script).flatMap(({ operands, step }) =>
    operands.length < 3 ? [] : operands.map((_, without) => () => retell(script, { step, without })),
  );
}

function offByOne(script: Script): WrongTelling[] {
  return script.steps.flatMap(({ operands }, step) =>
    takesPercentage(script, step) || convertsUnit(script, step)
      ? []
      : operands.flatMap(({ value, source }, operand) => {
          const isCount = source === null && isInteger(value) && isKnown(script, value);
          const missed = isCount ? [add(value, one), add(value, rational(-1))] : [];
          return missed
            .filter((count) => isMiscount(script, count))
            .map((count) => () => retell(script, { step, operands: new Map([[operand, count]]) }));
        }),
  );
}

/** A count that is told apart from every number of the solution. */
const isMiscount = (script: Script, count: Rational): boolean =>
  compare(count, one) > 0 &&
  !isKnown(script, count) &&
  !script.steps.some(({ operands }) => operands.some(({ value }) => equals(value, count)));

/** Steps that add and do nothing else. */
function sums({ steps, lines }: Script) {
  return steps.flatMap(({ operands, occurrences, line }, step) => {
    const signs = occurrences[0]!.operators.map((sign) => sign && lines[line]!.slice(sign.start, sign.end));
    return signs.length > 0 && signs.every((sign) => sign === "+") ? [{ operands, step }] : [];
  });
}

import { isInteger } from "../../../../../mathematics/index.ts";
import { add, rational } from "../../../../../mathematics/rational.ts";
import type { MistakeMaker, WrongTelling } from "../mistake-maker.ts";
import { retell } from "../retell.ts";
import type { Script } from "../script.ts";

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
    operands.flatMap(({ value, source }, k) =>
      source === null && isInteger(value)
        ? [1, -1].map(
            (miss) => () => retell(script, { step, operands: new Map([[k, add(value, rational(miss))]]) }),
          )
        : [],
    ),
  );
}

/** Steps that add and do nothing else. */
function sums({ steps, lines }: Script) {
  return steps.flatMap(({ operands, occurrences, line }, step) => {
    const signs = occurrences[0]!.operators.map((sign) => sign && lines[line]!.slice(sign.start, sign.end));
    return signs.length > 0 && signs.every((sign) => sign === "+") ? [{ operands, step }] : [];
  });
}

import type { Operator } from "../../../../../mathematics/expression.ts";
import type { MistakeMaker } from "../mistake-maker.ts";
import { retell } from "../retell.ts";
import { convertsUnit, operatorOf, resemblesAnother, takesPercentage } from "../specimen.ts";

const operators: readonly Operator[] = ["+", "-", "*", "/"];

/** The right two numbers, put together by another operation. */
export const operatorError: MistakeMaker = (script, random) =>
  random.shuffle(
    script.steps.flatMap((step, index) => {
      const right = operatorOf(script, step);
      if (right === null || takesPercentage(script, index) || convertsUnit(script, index)) return [];
      const values = step.operands.map(({ value }) => value);
      return operators
        .filter((operator) => operator !== right && !resemblesAnother(script, index, operator, values))
        .map((operator) => () => retell(script, { step: index, operator }));
    }),
  );

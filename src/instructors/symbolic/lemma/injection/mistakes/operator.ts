import type { Operator } from "../../../../../mathematics/expression.ts";
import type { MistakeMaker } from "../mistake-maker.ts";
import { retell } from "../retell.ts";

const operators: readonly Operator[] = ["+", "-", "*", "/"];

/** The right two numbers, put together by another operation. */
export const operatorError: MistakeMaker = (script, random) =>
  random.shuffle(
    script.steps.flatMap(({ operands }, step) =>
      operands.length === 2 ? operators.map((operator) => () => retell(script, { step, operator })) : [],
    ),
  );

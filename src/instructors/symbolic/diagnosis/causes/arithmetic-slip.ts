import { toText } from "../../../../mathematics/index.ts";
import type { Calculation } from "../calculation.ts";
import type { Cause, Finding } from "../cause.ts";
import { operationOf } from "../operations.ts";
import type { Situation } from "../situation.ts";
import { waypointOf } from "../waypoints.ts";

/** The calculation is the right one, and its stated result is not what it comes to. */
export const slipInRightCalculation: Cause = ({ wrong, situation }) => {
  const { attempt } = situation;
  const exact = { ...wrong, result: wrong.value };
  const calculations = attempt.calculations.with(attempt.calculations.indexOf(wrong), exact);
  return waypointOf(exact, calculations, situation) ? slipOf(wrong, situation) : null;
};

/** The stated result is wrong, whatever else is. */
export const slipInAnyCalculation: Cause = ({ wrong, situation }) => slipOf(wrong, situation);

function slipOf(wrong: Calculation, { attempt }: Situation): Finding | null {
  const { correct, computed } = attempt.steps[wrong.step]!;
  if (!wrong.wholeStep || correct) return null;
  const isRounded = Number.isInteger(wrong.result) && Math.abs(wrong.result - wrong.value) < 1;
  return {
    keyphrase: isRounded ? "rounded an intermediate result" : `${operationOf(wrong)} slip`,
    detail: `It comes to ${toText(computed)}.`,
  };
}

import { amountText } from "../amounts.ts";
import type { AnswerCause, Cause, Finding, Mistake } from "../cause.ts";
import { expandedParts, sourceOf } from "../derivation.ts";
import { operationOf } from "../operations.ts";
import { withoutParts } from "../parts.ts";
import type { Waypoint } from "../waypoints.ts";
import { withoutNumber } from "./missing-step.ts";

/** Some of the numbers that the reference puts together, and no more. */
export const partMissing: Cause = (mistake) => {
  const waypoint = mistake.progress.reached.get(mistake.wrong);
  return waypoint?.how === "part" ? missingFrom(mistake, waypoint) : null;
};

/** A regrouping of the reference that was begun. */
export const regroupingUnfinished: Cause = (mistake) => {
  const waypoint = mistake.progress.reached.get(mistake.wrong);
  return waypoint?.how === "regrouped" ? missingFrom(mistake, waypoint) : null;
};

function missingFrom({ wrong, situation }: Mistake, { calculation }: Waypoint): Finding | null {
  if (!calculation) return null;
  const needed = expandedParts(calculation, situation.reference.calculations);
  const [missing] = withoutParts(needed, expandedParts(wrong, situation.attempt.calculations));
  return missing ? withoutNumber(wrong.kind, missing, situation) : null;
}

/** The answer is a result on the way, and the reference goes on from it. */
export const stoppedEarly: AnswerCause = ({ finalAnswer, reference }, { unfinished }) => {
  const source = finalAnswer === null ? undefined : sourceOf(finalAnswer, reference.calculations);
  if (!source || unfinished) return null;
  const [next, ...more] = reference.calculations.slice(reference.calculations.indexOf(source) + 1);
  if (!next) return null;
  const stopped = `${amountText(source.result)} is a result on the way`;
  return more.length === 0
    ? { keyphrase: `stopped before the last step: ${operationOf(next)}`, detail: `${stopped}.` }
    : {
        keyphrase: "stopped several steps early",
        detail: `${stopped}: ${more.length + 1} calculations are missing.`,
      };
};

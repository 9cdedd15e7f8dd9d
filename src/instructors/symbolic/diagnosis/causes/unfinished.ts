import { amountText } from "../amounts.ts";
import type { AnswerCause } from "../cause.ts";
import { expandedParts, sourceOf } from "../derivation.ts";
import { operationOf } from "../operations.ts";
import { withoutParts } from "../parts.ts";
import { withoutNumber } from "./missing-step.ts";

/** The last calculation is the reference's without one of its numbers. */
export const partLeftOut: AnswerCause = (situation, { reached }) => {
  const { attempt, reference } = situation;
  const last = attempt.calculations.at(-1);
  if (!last) return null;
  const waypoint = reached.get(last);
  if (!waypoint?.calculation || waypoint.how === "stated") return null;
  const needed = expandedParts(waypoint.calculation, reference.calculations);
  const [missing] = withoutParts(needed, expandedParts(last, attempt.calculations));
  return missing ? withoutNumber(last.kind, missing, situation) : null;
};

/** The answer is a result on the way, and the reference goes on from it. */
export const stoppedEarly: AnswerCause = ({ finalAnswer, reference }) => {
  const source = finalAnswer === null ? undefined : sourceOf(finalAnswer, reference.calculations);
  if (!source) return null;
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

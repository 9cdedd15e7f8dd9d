import { amountText } from "../amounts.ts";
import type { Cause } from "../cause.ts";
import { earlierThan } from "../derivation.ts";
import { reachesAnswer } from "../progress.ts";

/** The attempt had the answer and goes on from it. */
export const wentOn: Cause = ({ wrong, situation, progress }) => {
  const { attempt, answer } = situation;
  const had = earlierThan(wrong, attempt.calculations).some((calculation) =>
    reachesAnswer(calculation, progress, situation),
  );
  if (!had || answer === null) return null;
  return { keyphrase: "went on after the right result", detail: `${amountText(answer)} was the answer.` };
};

/** All that the reference puts together, and a number more. */
export const numberTooMany: Cause = ({ wrong, counterpart }) => {
  if (!counterpart || wrong.kind !== counterpart.calculation.kind) return null;
  const { shared, attemptOnly, referenceOnly } = counterpart.pairing;
  const [extra] = attemptOnly;
  if (shared.length < 2 || referenceOnly.length > 0 || !extra) return null;
  return {
    keyphrase:
      wrong.kind === "sum"
        ? "put an amount into the sum that does not belong"
        : "put a factor into the product that does not belong",
    detail: `${amountText(extra.value)} does not belong.`,
  };
};

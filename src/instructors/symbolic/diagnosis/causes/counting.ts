import { amountText, includesAmount, sameAmount } from "../amounts.ts";
import type { Calculation, Part } from "../calculation.ts";
import type { Cause, Mistake } from "../cause.ts";
import { earlierThan, expandedParts, sourceOf, valuesBehind } from "../derivation.ts";
import { isQuestionNumber } from "../numbers-known.ts";
import { mismatches } from "../pairing.ts";
import { isContained, valuesOf, withoutParts } from "../parts.ts";
import type { Situation } from "../situation.ts";

/** One more or one fewer than the reference counts: the person himself, the fence post at the end. */
export const offByOne: Cause = ({ counterpart, situation }) => {
  if (!counterpart || counterpart.pairing.shared.length === 0) return null;
  const [mismatch, ...more] = mismatches(counterpart.pairing);
  if (!mismatch || more.length > 0) return null;
  const { used, needed } = mismatch;
  const isByOne = Math.abs(used.value - needed.value) === 1 && Number.isInteger(needed.value);
  if (!isByOne || used.inverse !== needed.inverse || !isCount(used, needed, situation)) return null;
  const [right, wrong] = [amountText(needed.value), amountText(used.value)];
  return { keyphrase: "off by one in a count", detail: `The count is ${right}, not ${wrong}.` };
};

/** Whether one of the numbers comes of counting, and the wrong one is not simply another number of the question. */
function isCount(used: Part, needed: Part, situation: Situation): boolean {
  const { attempt, reference } = situation;
  if (countsOne(needed, reference.calculations) || countsOne(used, attempt.calculations)) return true;
  const isShare = isQuestionNumber(1 / used.value, situation);
  return !isShare && !isQuestionNumber(used.value, situation) && !sourceOf(used.value, attempt.calculations);
}

/** Whether a number was made by counting one on or one off: 3 + 1. */
function countsOne({ value }: Part, calculations: readonly Calculation[]): boolean {
  const source = sourceOf(value, calculations);
  return source?.kind === "sum" && source.parts.length === 2 && source.parts.some((part) => part.value === 1);
}

/** A sum of a total and an amount that the total already holds, or of all that is needed and a part of it again. */
export const countedTwice: Cause = (mistake) => {
  if (mistake.wrong.kind !== "sum") return null;
  const twice = heldByAnother(mistake) ?? takenAgain(mistake);
  if (!twice) return null;
  const detail = `${amountText(twice.value)} is already part of the total.`;
  return { keyphrase: "counted an amount twice", detail };
};

/** The same numbers put together in the same way as in an earlier step. */
export const repeatedCalculation: Cause = ({ wrong, situation }) => {
  const { calculations } = situation.attempt;
  const isRepeated = earlierThan(wrong, calculations).some((calculation) => {
    if (calculation.kind !== wrong.kind || calculation.step === wrong.step) return false;
    const behind = valuesBehind(calculation, calculations);
    return (
      sameAmount(calculation.value, wrong.value) &&
      valuesOf(wrong.parts).every((value) => includesAmount(behind, value))
    );
  });
  if (!isRepeated) return null;
  return { keyphrase: "did the same calculation twice", detail: "It was done in an earlier step." };
};

/** A term that is also in another term, a total. */
function heldByAnother({ wrong, situation }: Mistake): Part | undefined {
  if (wrong.parts.some(({ inverse }) => inverse)) return undefined;
  const { calculations } = situation.attempt;
  const earlier = earlierThan(wrong, calculations);
  const totals = wrong.parts.map(({ value }) => sourceOf(value, earlier));
  return wrong.parts.find(
    (part, i) =>
      part.value !== 1 && totals.some((total, j) => i !== j && total && holds(total, part, calculations)),
  );
}

function holds(total: Calculation, amount: Part, calculations: readonly Calculation[]): boolean {
  if (total.kind === "product") return isGrowth(total, amount);
  const terms = expandedParts(total, calculations);
  return total.parts.every(({ inverse }) => !inverse) && includesAmount(valuesOf(terms), amount.value);
}

/** 1500 * 1.2 holds the 1500. */
function isGrowth({ parts }: Calculation, amount: Part): boolean {
  const grows = parts.some(({ value, inverse }) => !inverse && value > 1 && value < 2);
  return grows && parts.length === 2 && includesAmount(valuesOf(parts), amount.value);
}

/** A number that the attempt takes in once more, besides all that the reference takes in. */
function takenAgain({ wrong, counterpart, situation }: Mistake): Part | undefined {
  if (counterpart?.calculation.kind !== wrong.kind) return undefined;
  const needed = expandedParts(counterpart.calculation, situation.reference.calculations);
  const taken = expandedParts(wrong, situation.attempt.calculations);
  if (!isContained(needed, taken)) return undefined;
  return withoutParts(taken, needed).find(({ value }) => includesAmount(valuesOf(needed), value));
}

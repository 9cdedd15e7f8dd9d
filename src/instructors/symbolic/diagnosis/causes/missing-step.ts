import { amountText, sameAmount } from "../amounts.ts";
import type { Calculation, Part } from "../calculation.ts";
import type { Cause, Finding } from "../cause.ts";
import { ancestorsOf, earlierThan, expandedParts, sourceOf } from "../derivation.ts";
import { isPercentage } from "../numbers-known.ts";
import { operationOf } from "../operations.ts";
import type { StandIn } from "../pairing.ts";
import { isContained, withoutParts } from "../parts.ts";
import type { Situation } from "../situation.ts";
import { conversionBy } from "../unit-conversions.ts";
import { notConverted } from "./unit.ts";

/** A number goes in that the reference first works on: 28 for 28 + 10. */
export const missingStep: Cause = ({ wrong, counterpart, situation }) => {
  const standIn = counterpart?.pairing.standIns[0];
  if (!standIn || operationOf(wrong) !== operationOf(counterpart.calculation)) return null;
  const missing = missingOf(standIn, wrong, situation);
  return missing
    ? withoutNumber(standIn.skipped.kind, missing, situation)
    : withoutStep(firstSkipped(standIn, situation), standIn.used, situation);
};

/** The reference's calculation without one of its numbers. */
export const numberLeftOut: Cause = ({ wrong, counterpart, situation }) => {
  if (!counterpart || wrong.kind !== counterpart.calculation.kind) return null;
  const { shared, attemptOnly, referenceOnly } = counterpart.pairing;
  const [missing] = referenceOnly;
  const isAsNeeded = shared.every(({ attempt, reference }) => attempt.inverse === reference.inverse);
  const isNothingElse = attemptOnly.every(({ value }) => value === 1);
  if (shared.length === 0 || !isAsNeeded || !isNothingElse || !missing) return null;
  return withoutNumber(wrong.kind, missing, situation);
};

/** Names a sum or product that lacks one of its numbers. */
export function withoutNumber(kind: Calculation["kind"], missing: Part, situation: Situation): Finding {
  const detail = `${amountText(missing.value)} is not taken in.`;
  const conversion = kind === "product" ? conversionBy(missing.value, situation) : undefined;
  if (conversion) return notConverted(conversion);
  const source = kind === "sum" ? sourceOf(missing.value, situation.reference.calculations) : undefined;
  if ([missing, ...(source?.parts ?? [])].some((part) => isPercentage(part, situation))) {
    return { keyphrase: "did not apply the percentage", detail };
  }
  if (kind === "sum" && !missing.inverse) return { keyphrase: "left an amount out of the sum", detail };
  const operation = kind === "sum" ? "subtraction" : missing.inverse ? "division" : "multiplication";
  return { keyphrase: `left out a step: ${operation}`, detail };
}

/** What is missing of a calculation that was carried out in part; undefined where it was not begun. */
function missingOf(
  { skipped, used }: StandIn,
  wrong: Calculation,
  { attempt, reference }: Situation,
): Part | undefined {
  const begun = sourceOf(used.value, earlierThan(wrong, attempt.calculations));
  if (begun?.kind !== skipped.kind) return undefined;
  const needed = expandedParts(skipped, reference.calculations);
  const done = expandedParts(begun, attempt.calculations);
  return isContained(done, needed) ? withoutParts(needed, done)[0] : undefined;
}

/** Of the calculations between the number used and the one needed, the first. */
function firstSkipped({ skipped, used }: StandIn, { reference }: Situation): Calculation {
  const between = new Set([...ancestorsOf(skipped, reference.calculations), skipped]);
  const takesIn = ({ parts }: Calculation) => parts.some(({ value }) => sameAmount(value, used.value));
  return (
    reference.calculations.find((calculation) => between.has(calculation) && takesIn(calculation)) ?? skipped
  );
}

/** Names a step that was left out, by what it does to the number that stands in its place. */
function withoutStep(skipped: Calculation, used: Part, situation: Situation): Finding {
  const detail = `${amountText(used.value)} has not been made into ${amountText(skipped.result)}.`;
  if (!takesPercentage(skipped, situation)) {
    return { keyphrase: `left out a step: ${operationOf(skipped)}`, detail };
  }
  const source = sourceOf(used.value, situation.attempt.calculations);
  return skipped.kind === "sum" && source?.kind === "product"
    ? { keyphrase: "used the percentage itself in place of the amount after it", detail }
    : { keyphrase: "did not apply the percentage", detail };
}

/** Whether a calculation takes a percentage, or adds or subtracts one that was taken. */
function takesPercentage(calculation: Calculation, situation: Situation): boolean {
  const earlier = earlierThan(calculation, situation.reference.calculations);
  const taken = calculation.parts.flatMap(({ value }) => sourceOf(value, earlier) ?? []);
  const involved = calculation.kind === "sum" ? taken : [calculation];
  return involved.some(({ parts }) => parts.some((part) => isPercentage(part, situation)));
}

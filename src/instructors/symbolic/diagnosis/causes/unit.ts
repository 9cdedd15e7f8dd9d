import { amountText, includesAmount, sameAmount } from "../amounts.ts";
import type { Part } from "../calculation.ts";
import type { AnswerCause, Cause, Finding } from "../cause.ts";
import { earlierThan, sourceOf } from "../derivation.ts";
import { operationOf } from "../operations.ts";
import { valuesOf } from "../parts.ts";
import {
  conversionBy,
  conversionsOf,
  isConverted,
  isGiven,
  missedConversions,
  type UnitConversion,
  usesFactor,
} from "../unit-conversions.ts";

/** Two numbers one of which is so many times the other are a conversion; with smaller factors, often by chance. */
const leastTellingFactor = 7;

/** A number goes in as it is given where the reference has it in another unit. */
export const unitNotConverted: Cause = ({ wrong, counterpart, situation }) => {
  if (!counterpart) return null;
  const { referenceOnly, attemptOnly, standIns } = counterpart.pairing;
  const isFactor = ({ value }: Part, { factor }: UnitConversion) =>
    sameAmount(value, factor) && !sourceOf(value, situation.reference.calculations);
  const isFactorLeftOut = (conversion: UnitConversion) =>
    attemptOnly.length === 0 && referenceOnly.some((needed) => isFactor(needed, conversion));
  const isSkipped = (conversion: UnitConversion) =>
    standIns.some(
      ({ skipped }) => skipped.kind === "product" && skipped.parts.some((part) => isFactor(part, conversion)),
    );
  const isUnconverted = ({ factor }: UnitConversion) =>
    factor >= leastTellingFactor &&
    operationOf(wrong) === operationOf(counterpart.calculation) &&
    attemptOnly.some((used) =>
      referenceOnly.some(
        (needed) => !isGiven(needed.value, situation) && isConverted(used.value, needed.value, factor),
      ),
    );
  const soFar = [...earlierThan(wrong, situation.attempt.calculations), wrong];
  const conversion = conversionsOf(situation).find(
    (candidate) =>
      !usesFactor(soFar, candidate.factor) &&
      (isFactorLeftOut(candidate) || isSkipped(candidate) || isUnconverted(candidate)),
  );
  return conversion ? notConverted(conversion) : null;
};

/** The right factor the wrong way round. */
export const conversionReversed: Cause = ({ counterpart, situation }) => {
  if (counterpart?.calculation.kind !== "product") return null;
  const { shared, standIns, attemptOnly, referenceOnly } = counterpart.pairing;
  if (standIns.length + attemptOnly.length + referenceOnly.length > 0) return null;
  const reversed = shared.find(
    ({ attempt, reference }) =>
      conversionBy(reference.value, situation) && attempt.inverse !== reference.inverse,
  );
  if (!reversed) return null;
  const factor = amountText(reversed.reference.value);
  return {
    keyphrase: "converted a unit in the wrong direction",
    detail: `The factor ${factor} belongs the other way round.`,
  };
};

/** The factor of another conversion than the reference's, or a number in its place that nothing gives. */
export const wrongConversionFactor: Cause = ({ wrong, counterpart, situation }) => {
  if (counterpart?.calculation.kind !== "product") return null;
  const { shared, attemptOnly, referenceOnly } = counterpart.pairing;
  const isFactor = ({ value }: Part) => conversionBy(value, situation) !== undefined;
  const [needed, ...moreNeeded] = referenceOnly;
  const [used, ...moreUsed] = attemptOnly;
  if (!needed || !used || moreNeeded.length + moreUsed.length > 0 || shared.length === 0) return null;
  const earlier = earlierThan(wrong, situation.attempt.calculations);
  const isFromNowhere = !isGiven(used.value, situation) && !sourceOf(used.value, earlier);
  if (!isFactor(needed) || !(isFactor(used) || isFromNowhere)) return null;
  return {
    keyphrase: "used a wrong conversion factor",
    detail: `The factor is ${amountText(needed.value)}, not ${amountText(used.value)}.`,
  };
};

/** A conversion by a factor that the reference has no use for. */
export const needlessConversion: Cause = ({ wrong, situation }) => {
  if (wrong.kind !== "product") return null;
  const needed = situation.reference.calculations.flatMap(({ parts }) => valuesOf(parts));
  const earlier = earlierThan(wrong, situation.attempt.calculations);
  const needless = wrong.parts.find(
    ({ value, percentage }) =>
      !percentage &&
      value >= leastTellingFactor &&
      conversionBy(value, situation) &&
      !includesAmount(needed, value) &&
      !sourceOf(value, earlier),
  );
  if (!needless) return null;
  return {
    keyphrase: "converted a unit that needs no conversion",
    detail: `Nothing calls for the factor ${amountText(needless.value)}.`,
  };
};

/** Minutes where the answer is in hours. */
export const answerInAnotherUnit: AnswerCause = (situation) => {
  const { answer, finalAnswer } = situation;
  if (answer === null || finalAnswer === null) return null;
  const conversion = missedConversions(situation).find(({ factor }) =>
    isConverted(answer, finalAnswer, factor),
  );
  return conversion ? notConverted(conversion) : null;
};

/** Says of which unit a conversion is missing. */
export function notConverted({ factor, unit }: UnitConversion): Finding {
  return {
    keyphrase: unit === "dozens" ? "did not convert dozens" : `did not convert a unit of ${unit}`,
    detail: `The conversion by ${factor} is missing.`,
  };
}

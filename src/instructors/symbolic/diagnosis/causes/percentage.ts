import { amountText, includesAmount, sameAmount } from "../amounts.ts";
import type { Calculation, Part } from "../calculation.ts";
import type { Cause } from "../cause.ts";
import { earlierThan, sourceOf } from "../derivation.ts";
import { isPercentage } from "../numbers-known.ts";
import { mismatches } from "../pairing.ts";
import type { Situation } from "../situation.ts";

/** 50 - 20, 50 - 0.2 or 50 * 20 where the question says 20%. */
export const percentageAsAmount: Cause = ({ wrong, situation }) => {
  const earlier = earlierThan(wrong, situation.attempt.calculations);
  const isPercentNumber = ({ value }: Part) =>
    isBarePercentNumber(value, situation) && !sourceOf(value, earlier);
  const isShare = (candidate: Part) => isPercentage(candidate, situation);
  const part = wrong.parts.find(
    (candidate) => isPercentNumber(candidate) || (wrong.kind === "sum" && isShare(candidate)),
  );
  const isAmongPercentages = wrong.parts.every(
    (other) => other.value === 1 || other.value === 100 || isPercentNumber(other) || isShare(other),
  );
  if (!part || isAmongPercentages) return null;
  return wrong.kind === "sum"
    ? { keyphrase: "treated a percentage as an amount", detail: `${amountText(part.value)} is a percentage.` }
    : {
        keyphrase: "did not divide the percentage by 100",
        detail: `${amountText(part.value)}% is ${amountText(part.value / 100)}.`,
      };
};

/** The percentage of what is itself the percentage of the amount asked for: 20% of 30 where 30 is 20% of it. */
export const percentageOfPart: Cause = ({ wrong, situation }) => {
  const taken = percentageTaken(wrong, situation);
  if (!taken || taken.needed.inverse === taken.share.inverse) return null;
  return {
    keyphrase: "took a percentage of the part instead of finding the whole",
    detail: `It asks for what ${inPercent(taken.share.value)} are taken of.`,
  };
};

/** The right percentage of another amount than the reference's. */
export const wrongBase: Cause = ({ wrong, situation }) => {
  const taken = percentageTaken(wrong, situation);
  if (!taken || sameAmount(taken.base.value, taken.neededBase.value)) return null;
  const { base, neededBase, counterpart } = taken;
  const { reference, attempt } = situation;
  const detail = `It is taken of ${amountText(neededBase.value)}, not of ${amountText(base.value)}.`;
  if (isMadeFrom(base, neededBase, earlierThan(counterpart, reference.calculations))) {
    return { keyphrase: "took the percentage of the original amount instead of the changed one", detail };
  }
  return isMadeFrom(neededBase, base, earlierThan(wrong, attempt.calculations))
    ? { keyphrase: "took the percentage of a changed amount instead of the original", detail }
    : { keyphrase: "took the percentage of the wrong base", detail };
};

/** Whether an amount comes of adding to another or taking from it. */
function isMadeFrom(original: Part, changed: Part, calculations: readonly Calculation[]): boolean {
  const source = sourceOf(changed.value, calculations);
  return source?.kind === "sum" && source.parts.some(({ value }) => sameAmount(value, original.value));
}

/** A percentage in an attempt beside the reference's calculation with the same one. */
function percentageTaken(wrong: Calculation, situation: Situation) {
  const share = shareOf(wrong, situation);
  const base = share && wrong.parts.find((part) => !isSameShare(part, share));
  if (!base) return null;
  for (const counterpart of situation.reference.calculations) {
    const needed = counterpart.parts.find((part) => isSameShare(part, share));
    const neededBase = counterpart.parts.find((part) => !isSameShare(part, share));
    if (counterpart.kind === "product" && needed && neededBase) {
      return { share, base, counterpart, needed, neededBase };
    }
  }
  return null;
}

/** Another percentage than the reference's, of the right amount. */
export const wrongPercentage: Cause = ({ counterpart, situation }) => {
  if (!counterpart || counterpart.pairing.shared.length === 0) return null;
  const [needed] = counterpart.pairing.referenceOnly;
  const [used] = counterpart.pairing.attemptOnly;
  if (!needed || !used || !canBeShare(used)) return null;
  if (!isPercentage(needed, situation)) return null;
  return {
    keyphrase: "used a wrong percentage",
    detail: `It takes ${inPercent(needed.value)}, not ${inPercent(used.value)}.`,
  };
};

/** Up to 200 %; 1 takes no percentage at all. */
function canBeShare({ value, inverse }: Part): boolean {
  return !inverse && value > 0 && value <= 2 && value !== 1;
}

/** p where the reference has 1 - p, or the other way round. */
export const complement: Cause = ({ counterpart, situation }) => {
  if (!counterpart) return null;
  const wholes = hasPercentages(situation) ? [1, 100] : [1];
  const isConfused = mismatches(counterpart.pairing).some(({ used, needed }) =>
    wholes.some((whole) => sameAmount(used.value + needed.value, whole)),
  );
  if (!isConfused) return null;
  return {
    keyphrase: hasPercentages(situation)
      ? "confused a percentage with what remains of it"
      : "confused a fraction with its complement",
    detail: "The share taken and the share needed add up to the whole.",
  };
};

function inPercent(share: number): string {
  return `${amountText(share * 100)}%`;
}

function hasPercentages({ questionNumbers }: Situation): boolean {
  return questionNumbers.some(({ percentage }) => percentage);
}

/** The part of a product that is a percentage of the question. */
function shareOf(calculation: Calculation, situation: Situation): Part | undefined {
  if (calculation.kind !== "product") return undefined;
  return calculation.parts.find((part) => isPercentage(part, situation));
}

/** 20%, what remains after it, or what it makes in addition. */
function isSameShare(part: Part, share: Part): boolean {
  return [share.value, 1 - share.value, 1 + share.value].some((value) => sameAmount(part.value, value));
}

/** 20 for 20%, unless the question gives the plain number too. */
function isBarePercentNumber(value: number, { questionNumbers }: Situation): boolean {
  const plain = questionNumbers.filter(({ percentage }) => !percentage).map((given) => given.value);
  const percents = questionNumbers.filter(({ percentage }) => percentage).map((given) => given.value * 100);
  return value > 1 && includesAmount(percents, value) && !includesAmount(plain, value);
}

import { amountText } from "../amounts.ts";
import type { Part } from "../calculation.ts";
import type { Cause } from "../cause.ts";
import { earlierThan, sourceOf } from "../derivation.ts";
import { isInvented } from "../numbers-known.ts";
import { operationOf } from "../operations.ts";

/** A number of the question with its digits or its decimal point in the wrong place. */
export const copiedWrongly: Cause = ({ wrong, situation }) => {
  const { questionNumbers } = situation;
  const invented = wrong.parts.filter((part) => isInvented(part, wrong, situation));
  for (const { value } of invented) {
    const meant = questionNumbers.find((given) => isGarbled(value, given.value));
    if (!meant) continue;
    return {
      keyphrase: "copied a number of the question wrongly",
      detail: `The question says ${amountText(meant.value)}, not ${amountText(value)}.`,
    };
  }
  return null;
};

/** 52 for 25, 150 for 1500, 170 for 120, 25 for .25, 5 for 5.9. */
function isGarbled(written: number, given: number): boolean {
  if ([10, 100, 1000].some((power) => written === given * power || written * power === given)) return true;
  const [a, b] = [String(written), String(given)];
  if (b.startsWith(`${a}.`)) return true;
  if (Math.min(a.length, b.length) < 2) return false;
  if (a.length !== b.length) return isWithoutOneDigit(a, b) || isWithoutOneDigit(b, a);
  const differing = [...a].filter((digit, i) => digit !== b[i]).length;
  return [...a].sort().join() === [...b].sort().join() || (a.length > 2 && differing === 1);
}

function isWithoutOneDigit(shorter: string, longer: string): boolean {
  return [...longer].some((_, i) => longer.slice(0, i) + longer.slice(i + 1) === shorter);
}

/** A number that neither the question nor an earlier step gives. */
export const inventedNumber: Cause = ({ wrong, situation }) => {
  const invented = wrong.parts.find((part) => isInvented(part, wrong, situation));
  if (!invented) return null;
  return {
    keyphrase: "used a number that the question does not give",
    detail: `${amountText(invented.value)} comes from nowhere.`,
  };
};

/** The right operation with another number of the question, or with another result. */
export const wrongNumber: Cause = ({ wrong, counterpart, situation }) => {
  if (!counterpart || operationOf(wrong) !== operationOf(counterpart.calculation)) return null;
  const { shared, attemptOnly, referenceOnly } = counterpart.pairing;
  const [used] = attemptOnly;
  const [needed] = referenceOnly;
  if (shared.length === 0 || !used || !needed) return null;
  const earlier = earlierThan(wrong, situation.attempt.calculations);
  const isResult = (part: Part) => sourceOf(part.value, earlier) !== undefined;
  const operation = operationOf(wrong);
  const detail = `${amountText(used.value)} stands where ${amountText(needed.value)} belongs.`;
  if (isResult(used)) return { keyphrase: `used the wrong intermediate result in the ${operation}`, detail };
  return isResult(needed)
    ? { keyphrase: "used a number of the question in place of an intermediate result", detail }
    : { keyphrase: `used the wrong number of the question in the ${operation}`, detail };
};

const done = {
  addition: "added",
  subtraction: "subtracted",
  multiplication: "multiplied",
  division: "divided",
} as const;

/** Known numbers that nothing in the reference brings together. */
export const unrelatedNumbers: Cause = ({ wrong }) => ({
  keyphrase: `${done[operationOf(wrong)]} numbers that do not belong together`,
  detail: "Nothing in the reference brings its numbers together in this way.",
});

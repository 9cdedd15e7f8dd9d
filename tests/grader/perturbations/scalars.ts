import type { Random } from "../../../src/foundation/random.ts";
import { literalFraction } from "../decimal.ts";
import { sameValue } from "../oracle/same-value.ts";
import { signedTerms } from "../rewritings/expressions.ts";

/** A way to make another value of a scalar; what turns out to be the same value is thrown away by `another`. */
export interface ScalarPerturbation {
  name: string;
  perturb(text: string, random: Random): string | null;
}

/** What changes the value of a scalar expression. */
export const scalarPerturbations: readonly ScalarPerturbation[] = [
  {
    name: "other sign",
    perturb: (text) => (/^-/.test(text) && signedTerms(text).length === 1 ? text.slice(1) : `-(${text})`),
  },
  { name: "other digit", perturb: otherDigit },
  { name: "other digit again", perturb: otherDigit },
  { name: "numerator plus one", perturb: (text) => ofFraction(text, (top, bottom) => [top + 1n, bottom]) },
  { name: "denominator plus one", perturb: (text) => ofFraction(text, (top, bottom) => [top, bottom + 1n]) },
  {
    name: "upside down",
    perturb: (text) => ofFraction(text, (top, bottom) => (top > 0n ? [bottom, top] : null)),
  },
  { name: "plus one", perturb: (text) => `${text} + 1` },
  {
    name: "one digit more",
    perturb: (text, random) =>
      /[1-9]$/.test(text) && !/[\\^]/.test(text) ? `${text}${random.integer(1, 9)}` : null,
  },
  {
    name: "decimal point moved",
    perturb: (text) => (/^-?\d+$/.test(text) ? text.replace(/(\d)$/, ".$1") : null),
  },
  { name: "term left out", perturb: withoutOneTerm },
  { name: "one sign inside", perturb: otherSignInside },
  { name: "root left out", perturb: (text) => text.replace(/\\sqrt\s*\{/, "{") },
];

/** Applies a perturbation; null where it does not apply or the value is the same, or not known to the oracle. */
export function another({ perturb }: ScalarPerturbation, text: string, random: Random): string | null {
  const other = perturb(text, random);
  return other !== null && other !== text && sameValue(text, other) === false ? other : null;
}

/** Adds one to a digit, or takes it away. Leading zeros are not made. */
function otherDigit(text: string, random: Random): string | null {
  const digits = [...text.matchAll(/\d/g)].filter(({ index }) => !/_\{?\w*$/.test(text.slice(0, index)));
  if (digits.length === 0) return null;
  const { index, 0: digit } = random.pick(digits);
  const value = Number(digit);
  const other = value === 9 ? 8 : value <= 1 ? value + 1 : value + (random.next() < 0.5 ? 1 : -1);
  return `${text.slice(0, index)}${other}${text.slice(index + 1)}`;
}

function ofFraction(
  text: string,
  change: (top: bigint, bottom: bigint) => [bigint, bigint] | null,
): string | null {
  const value = literalFraction(text);
  const changed = value && change(value.numerator, value.denominator);
  return changed && `\\frac{${changed[0]}}{${changed[1]}}`;
}

function withoutOneTerm(text: string, random: Random): string | null {
  const terms = signedTerms(text);
  if (terms.length < 2) return null;
  const left = random.integer(0, terms.length - 1);
  return terms
    .filter((_, place) => place !== left)
    .join(" ")
    .replace(/^\+ /, "");
}

function otherSignInside(text: string, random: Random): string | null {
  const signs = [...text.matchAll(/(?<=[\w})]\s*)[-+]/g)];
  if (signs.length === 0) return null;
  const { index, 0: sign } = random.pick(signs);
  return `${text.slice(0, index)}${sign === "+" ? "-" : "+"}${text.slice(index + 1)}`;
}

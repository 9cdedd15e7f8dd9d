import { includesAmount, sameAmount } from "./amounts.ts";
import type { Calculation } from "./calculation.ts";
import { earlierThan, sourceOf } from "./derivation.ts";
import { valuesOf } from "./parts.ts";
import type { Situation } from "./situation.ts";

export interface UnitConversion {
  readonly factor: number;
  /** Words of the question that let the factor be a conversion. */
  readonly words: RegExp;
  readonly unit: "time" | "length" | "money" | "weight or volume" | "dozens";
}

const table: readonly UnitConversion[] = [
  { factor: 60, words: /hour|minute|second|mph|\b[ap]\.?m\b/i, unit: "time" },
  { factor: 24, words: /day|hour/i, unit: "time" },
  { factor: 7, words: /week|day|daily/i, unit: "time" },
  { factor: 5, words: /weekday|school day|work ?week/i, unit: "time" },
  { factor: 12, words: /month|year|annual/i, unit: "time" },
  { factor: 52, words: /week|year|annual/i, unit: "time" },
  { factor: 365, words: /day|year|annual/i, unit: "time" },
  { factor: 30, words: /month|day/i, unit: "time" },
  { factor: 31, words: /january|march|may|july|august|october|december|month/i, unit: "time" },
  { factor: 4, words: /week|month/i, unit: "time" },
  { factor: 10, words: /decade/i, unit: "time" },
  { factor: 12, words: /inch|feet|foot/i, unit: "length" },
  { factor: 3, words: /yard|feet|foot/i, unit: "length" },
  { factor: 36, words: /yard|inch/i, unit: "length" },
  { factor: 5280, words: /mile|feet|foot/i, unit: "length" },
  { factor: 1000, words: /kilometer|meter|\bkm\b/i, unit: "length" },
  { factor: 100, words: /meter|\bcm\b/i, unit: "length" },
  { factor: 12, words: /dozen/i, unit: "dozens" },
  { factor: 100, words: /cent|penn|\$|dollar/i, unit: "money" },
  { factor: 10, words: /dime/i, unit: "money" },
  { factor: 25, words: /quarter/i, unit: "money" },
  { factor: 16, words: /ounce|pound|\boz\b/i, unit: "weight or volume" },
  { factor: 1000, words: /gram|\bkg\b|liter|litre|\bml\b|\bton/i, unit: "weight or volume" },
  { factor: 2000, words: /\bton/i, unit: "weight or volume" },
  { factor: 4, words: /quart|gallon|cup/i, unit: "weight or volume" },
  { factor: 2, words: /pint|quart|cup/i, unit: "weight or volume" },
  { factor: 8, words: /pint|gallon|cup|ounce/i, unit: "weight or volume" },
  { factor: 128, words: /gallon|ounce/i, unit: "weight or volume" },
];

/** The conversions that the words of the question allow, apart from factors that it gives itself. */
export function conversionsOf(situation: Situation): UnitConversion[] {
  return table.filter(
    ({ factor, words, unit }) =>
      words.test(situation.question) && (unit === "dozens" || !isGiven(factor, situation)),
  );
}

/** The conversion that a factor can be. */
export function conversionBy(factor: number, situation: Situation): UnitConversion | undefined {
  return conversionsOf(situation).find((conversion) => sameAmount(conversion.factor, factor));
}

/** Conversions of the reference whose factor the attempt never uses. */
export function missedConversions(situation: Situation): UnitConversion[] {
  const factors = situation.reference.calculations
    .filter(({ kind }) => kind === "product")
    .flatMap(({ parts }) => valuesOf(parts.filter(({ percentage }) => !percentage)));
  return conversionsOf(situation).filter(
    ({ factor }) => includesAmount(factors, factor) && !usesFactor(situation.attempt.calculations, factor),
  );
}

/** Whether one of an attempt's calculations takes in a factor that it has not computed. */
export function usesFactor(calculations: readonly Calculation[], factor: number): boolean {
  return calculations.some((calculation) =>
    calculation.parts.some(
      ({ value }) =>
        (sameAmount(value, factor) || sameAmount(value * factor, 1)) &&
        !sourceOf(value, earlierThan(calculation, calculations)),
    ),
  );
}

/** Whether two amounts are the same in units of which one is `factor` times the other. */
export function isConverted(a: number, b: number, factor: number): boolean {
  return sameAmount(a * factor, b) || sameAmount(a, b * factor);
}

/** Whether the question gives a number, or a share that divides by it. */
export function isGiven(value: number, { questionNumbers }: Situation): boolean {
  return questionNumbers.some(
    (given) => sameAmount(given.value, value) || sameAmount(given.value * value, 1),
  );
}

import { parseRational, toNumber } from "../../../mathematics/index.ts";

/** A number that a question gives, in digits or in words. */
export interface QuestionNumber {
  readonly value: number;
  readonly percentage: boolean;
}

const units =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

const numberWords: Record<string, number> = {
  ...Object.fromEntries(units.map((word, value) => [word, value])),
  ...Object.fromEntries(tens.map((word, i) => [word, 10 * (i + 2)])),
  hundred: 100,
  thousand: 1000,
  dozen: 12,
  half: 1 / 2,
  halves: 1 / 2,
  third: 1 / 3,
  thirds: 1 / 3,
  quarter: 1 / 4,
  quarters: 1 / 4,
  fourth: 1 / 4,
  fourths: 1 / 4,
  fifth: 1 / 5,
  fifths: 1 / 5,
  once: 1,
  twice: 2,
  double: 2,
  doubled: 2,
  couple: 2,
  pair: 2,
  triple: 3,
  tripled: 3,
  thrice: 3,
};

const written = /(\d{1,3}(?:,\d{3})+|\d*\.?\d+)(?:\/(\d+))?(\s?%| percent)?|[a-z]+/gi;

/** The numbers of a question in the order in which they stand; a percentage is kept as its share of one. */
export function questionNumbers(question: string): QuestionNumber[] {
  return [...question.matchAll(written)].flatMap(([word, digits, divisor, percent]) => {
    if (digits === undefined) {
      const value = numberWords[word.toLowerCase()];
      return value === undefined ? [] : [{ value, percentage: false }];
    }
    const value = parseRational(divisor ? `${digits}/${divisor}` : digits);
    if (!value) return [];
    return [{ value: toNumber(value) / (percent ? 100 : 1), percentage: percent !== undefined }];
  });
}

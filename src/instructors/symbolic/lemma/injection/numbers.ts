import { toText } from "../../../../mathematics/index.ts";
import { divide, equals, multiply, type Rational, rational } from "../../../../mathematics/rational.ts";
import { type Token, tokenize } from "../../../../mathematics/tokens.ts";

/** A number in a line of text. */
export type NumberToken = Extract<Token, { kind: "number" }>;

const numberWords: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  twice: 2,
  double: 2,
  couple: 2,
  triple: 3,
  thrice: 3,
  dozen: 12,
};

/** The different numbers of a question, in digits or in words, in order; percentages are apart, as shares. */
export function numbersOfQuestion(question: string): { plain: Rational[]; percentages: Rational[] } {
  const tokens = tokenize(question);
  const plain: Rational[] = [];
  const percentages: Rational[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== "number") {
      const word = numberWords[token.text.toLowerCase()];
      if (word !== undefined) plain.push(rational(word));
    } else if (token.text.endsWith("%")) {
      percentages.push(token.value);
    } else if (/^percent/i.test(tokens[index + 1]?.text ?? "")) {
      percentages.push(divide(token.value, rational(100)));
    } else {
      plain.push(token.value);
    }
  }
  return { plain: distinct(plain), percentages: distinct(percentages) };
}

const distinct = (values: readonly Rational[]): Rational[] =>
  values.filter((value, index) => values.findIndex((other) => equals(other, value)) === index);

/** A value in the form of the number whose place it takes; null where it has no end as a decimal. */
export function writeLike(model: string, value: Rational): string | null {
  if (model.endsWith("%")) {
    const percent = writeLike(model.slice(0, -1).trim(), multiply(value, rational(100)));
    return percent && `${percent}%`;
  }
  const text = toText(value);
  if (text.includes("/")) return null;
  const cents = /\.\d\d$/.test(model) ? withTwoDecimals(text) : text;
  return model.includes(",") ? withCommas(cents) : cents;
}

function withTwoDecimals(text: string): string {
  const decimals = /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
  return decimals > 2 ? text : `${decimals === 0 ? `${text}.` : text}${"0".repeat(2 - decimals)}`;
}

function withCommas(text: string): string {
  const [whole = "", fraction] = text.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

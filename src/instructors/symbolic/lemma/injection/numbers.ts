import { toText } from "../../../../mathematics/index.ts";
import { equals, multiply, type Rational, rational } from "../../../../mathematics/rational.ts";
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
};

/** The different numbers of a question, in digits or in words, in order. */
export function numbersOfQuestion(question: string): Rational[] {
  const values = tokenize(question).flatMap((token): Rational[] => {
    if (token.kind === "number") return [token.value];
    const word = numberWords[token.text.toLowerCase()];
    return word === undefined ? [] : [rational(word)];
  });
  return values.filter((value, index) => values.findIndex((other) => equals(other, value)) === index);
}

/** A value in the form of the number whose place it takes; null where it has no end as a decimal. */
export function writeLike(model: string, value: Rational): string | null {
  if (model.endsWith("%")) {
    const percent = writeLike(model.slice(0, -1).trim(), multiply(value, rational(100)));
    return percent && `${percent}%`;
  }
  const text = toText(value);
  if (text.includes("/")) return null;
  const cents = /\.\d\d$/.test(model) && /\.\d$/.test(text) ? `${text}0` : text;
  return model.includes(",") ? withCommas(cents) : cents;
}

function withCommas(text: string): string {
  const [whole = "", fraction] = text.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

import { add, multiply, one, type Rational, rational, subtract } from "../../../../mathematics/rational.ts";
import { parseRational } from "../../../../mathematics/rational-text.ts";
import { denominatorOf, readNumeral, scaleOf } from "./numerals.ts";
import type { Given } from "./operation-chain.ts";

/** A number that a question states, in digits or in words, with every value it may stand for in a calculation. */
export interface Mention {
  readonly readings: readonly Given[];
}

const multiples: Record<string, number> = {
  once: 1,
  twice: 2,
  double: 2,
  doubled: 2,
  doubles: 2,
  thrice: 3,
  triple: 3,
  tripled: 3,
  triples: 3,
  quadruple: 4,
  quadrupled: 4,
  couple: 2,
  pair: 2,
  pairs: 2,
  both: 2,
  dozen: 12,
  dozens: 12,
  weekend: 2,
  weekends: 2,
  dime: 10,
  dimes: 10,
  nickel: 5,
  nickels: 5,
  twins: 2,
  triplets: 3,
};

/** Tokens that the scan looks at: numbers, words, and the signs that join or qualify numbers. */
const token = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*\.\d+|\d+|[a-z]+|[%/-]/g;

/** The numbers of a question in the order of its text. */
export function numbersOf(question: string): Mention[] {
  const tokens = question.toLowerCase().match(token) ?? [];
  const mentions: Mention[] = [];
  for (let position = 0; position < tokens.length; ) {
    const found = mentionAt(tokens, position);
    if (found) mentions.push({ readings: found.readings });
    position = found?.end ?? position + 1;
  }
  return mentions;
}

interface Found {
  readings: Given[];
  end: number;
}

function mentionAt(tokens: readonly string[], start: number): Found | null {
  const word = tokens[start]!;
  const multiple = multiples[word];
  if (multiple !== undefined) return { readings: [number(multiple, "factor")], end: start + 1 };
  const denominator = denominatorOf(word);
  if (denominator !== null) return { readings: shareReadings(1, denominator), end: start + 1 };
  const literal = literalAt(tokens, start);
  return literal && qualified(tokens, literal.value, literal.end);
}

function literalAt(tokens: readonly string[], start: number): { value: Rational; end: number } | null {
  const digits = parseRational(tokens[start]!);
  if (digits) return { value: digits, end: start + 1 };
  const numeral = readNumeral(tokens, start);
  return numeral && { value: rational(numeral.value), end: numeral.end };
}

/** What follows a number decides what it means: "20 %", "2 / 3", "2 thirds", "3 hundred", "50 cents". */
function qualified(tokens: readonly string[], value: Rational, end: number): Found {
  const next = tokens[end];
  if (next === "%" || next === "percent") return { readings: percentReadings(value), end: end + 1 };
  if (next === "/") {
    const below = parseRational(tokens[end + 1] ?? "");
    if (below && below.numerator !== 0n) {
      return { readings: shareReadings(Number(value.numerator), Number(below.numerator)), end: end + 2 };
    }
  }
  const ordinalPlace = next === "-" ? end + 1 : end;
  const denominator = denominatorOf(tokens[ordinalPlace] ?? "");
  if (denominator !== null && value.denominator === 1n && value.numerator < denominator) {
    return { readings: shareReadings(Number(value.numerator), denominator), end: ordinalPlace + 1 };
  }
  const scale = scaleOf(next);
  if (scale !== null) return { readings: [number(multiply(value, rational(scale)))], end: end + 1 };
  if (tokens.slice(end, end + 3).join(" ") === "and a half") {
    return { readings: [number(add(value, rational(1, 2)))], end: end + 3 };
  }
  if (next === "cents" || next === "cent") {
    return { readings: [number(value), number(multiply(value, rational(1, 100)))], end: end + 1 };
  }
  if (next === "times") return { readings: [number(value, "factor")], end };
  return { readings: [number(value)], end };
}

function number(value: Rational | number, style: Given["style"] = "plain"): Given {
  return { value: typeof value === "number" ? rational(value) : value, form: "number", style };
}

function percentReadings(percent: Rational): Given[] {
  const share = multiply(percent, rational(1, 100));
  return [{ value: percent, form: "percent", style: "percent" }, ...asShare(share, "percent")];
}

function shareReadings(numerator: number, denominator: number): Given[] {
  const share = rational(numerator, denominator);
  return [...asShare(share, "plain"), number(denominator, "factor"), number(numerator)];
}

function asShare(share: Rational, style: Given["style"]): Given[] {
  return [
    { value: share, form: "share", style },
    { value: subtract(one, share), form: "complement", style },
    { value: add(one, share), form: "increase", style },
  ];
}

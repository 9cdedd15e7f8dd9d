import { type Rational, rational } from "../../../../mathematics/rational.ts";

/** Numbers that any reader supplies: doubling, tens, percents. */
const everywhere = [...[1, 2, 10, 100].map((value) => rational(value)), rational(1, 100)];

/** Numbers that a word of the question brings along: a week has 7 days. */
const ofWords: readonly [pattern: RegExp, values: readonly number[]][] = [
  [/\b(?:week|weekly|daily)/i, [7, 5, 52]],
  [/\b(?:month|monthly)/i, [12, 4, 30, 31, 28]],
  [/\b(?:year|yearly|annual|age)/i, [12, 52, 365]],
  [/\b(?:day|daily|january|april|june)/i, [7, 24, 30, 31]],
  [/\b(?:hour|hourly|minute|second|[ap]\.?m\b)/i, [60, 24, 12]],
  [/\b(?:dollar|cent|percent|quarter|coin|dime|nickel|penn)|[%$]/i, [100, 25, 5]],
  [/\b(?:foot|feet|inch|inches|yard)/i, [12, 3, 36]],
  [/\b(?:square|rectang|side|triang)/i, [4, 3]],
  [/\b(?:angle|circle|degree)/i, [90, 180, 360]],
  [/\b(?:ounce|pound)/i, [16]],
  [/\b(?:gallon|quart|pint|cup)/i, [4, 8, 16]],
  [/\b(?:meter|metre|gram|lit(?:er|re)|kilo\w*|k[mg]\b)/i, [1000, 100]],
  [/\b(?:century|decade)/i, [100, 10]],
];

/** The well-known constants that a reader of this question may bring to it. */
export function constantsFor(question: string): Rational[] {
  const suggested = ofWords.filter(([pattern]) => pattern.test(question)).flatMap(([, values]) => values);
  return [...everywhere, ...suggested.map((value) => rational(value))];
}

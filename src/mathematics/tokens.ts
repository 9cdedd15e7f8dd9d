import type { Operator, Span } from "./expression.ts";
import { add, divide, multiply, type Rational, rational } from "./rational.ts";
import { parseRational } from "./rational-text.ts";

/** A piece of a text that may hold arithmetic. Currency signs and white space leave no token. */
export type Token = Span & { readonly text: string } & (
    | { readonly kind: "number"; readonly value: Rational }
    | { readonly kind: "operator"; readonly operator: Operator }
    | { readonly kind: "open" | "close" | "equals" | "word" | "other" }
  );

const operators: Record<string, Operator> = {
  "+": "+",
  "-": "-",
  "−": "-",
  "–": "-",
  "*": "*",
  "×": "*",
  "·": "*",
  "/": "/",
  "÷": "/",
  plus: "+",
  minus: "-",
  times: "*",
  "multiplied by": "*",
  "divided by": "/",
};

const vulgarFractions: Record<string, string> = {
  "½": "1/2",
  "⅓": "1/3",
  "⅔": "2/3",
  "¼": "1/4",
  "¾": "3/4",
};

/** Beyond this power of ten a number in a word problem is garbage; the bound keeps it small. */
const largestExponent = 30;

// The order matters: a clock time and an ordinal are no numbers, and "-pack" and "/hour" belong to a unit.
const pattern = new RegExp(
  [
    String.raw`(?<ignored>[\s$€£]+)`,
    String.raw`(?<other>\d+:\d+|\d+(?:st|nd|rd|th)\b)`,
    String.raw`(?:(?<mixed>(?<whole>\d+)\s?(?<part>[½⅓⅔¼¾]|(?<=\s)(?:[1-3]/4|[12]/3|1/2)(?![\d./])))`,
    String.raw`(?<number>(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:e[+-]?\d+\b)?|\.\d+|[½⅓⅔¼¾]))(?<percent>\s?%)?`,
    String.raw`(?<wordOperator>\b(?:plus|minus|times|multiplied by|divided by)\b)`,
    String.raw`(?<word>(?<=\S)[-/]?\p{L}+(?:['’/-]\p{L}+)*|\p{L}+(?:['’/-]\p{L}+)*|¢)`,
    "(?<operator>[-+*/×·÷−–])",
    String.raw`(?<open>\()|(?<close>\))|(?<equals>=)|(?<unknown>\u0000+|.)`,
  ].join("|"),
  "gsu",
);

/** Cuts a text into numbers, operators, parentheses, equals signs and the words between them. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(pattern)) {
    const token = tokenOf(match);
    if (token) tokens.push(token);
  }
  return tokens.map((token, i) =>
    isTimesSign(tokens, i) || isShareOf(tokens, i) ? { ...token, kind: "operator", operator: "*" } : token,
  );
}

function tokenOf(match: RegExpExecArray): Token | null {
  const groups = match.groups ?? {};
  const [text] = match;
  const span = { text, start: match.index, end: match.index + text.length };
  if (groups.ignored) return null;
  if (groups.number || groups.mixed) {
    const value = groups.number ? simpleValue(groups.number) : mixedValue(groups);
    return { ...span, kind: "number", value: groups.percent ? divide(value, rational(100)) : value };
  }
  const operator = operators[groups.wordOperator ?? groups.operator ?? ""];
  if (operator) return { ...span, kind: "operator", operator };
  if (groups.word) return { ...span, kind: "word" };
  if (groups.open) return { ...span, kind: "open" };
  if (groups.close) return { ...span, kind: "close" };
  if (groups.equals) return { ...span, kind: "equals" };
  return { ...span, kind: "other" };
}

/** "2 1/2" and "2½" are five halves. */
function mixedValue({ whole = "", part = "" }: Record<string, string>): Rational {
  return add(simpleValue(whole), simpleValue(part));
}

/** "1,200.5", ".5", "½", "3/4" or, as calculators print it, "1e-05". */
function simpleValue(text: string): Rational {
  const [mantissa = "", exponent] = text.split("e");
  const value = parseRational(vulgarFractions[mantissa] ?? mantissa);
  if (!value) throw new TypeError(`"${text}" was cut out as a number and is none.`);
  if (exponent === undefined) return value;
  const scale = rational(10n ** BigInt(Math.min(Math.abs(Number(exponent)), largestExponent)));
  return exponent.startsWith("-") ? divide(value, scale) : multiply(value, scale);
}

/** An "x" between two numbers is a times sign; elsewhere it is a word or a variable. */
function isTimesSign(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token?.kind !== "word" || !/^x$/i.test(token.text)) return false;
  const before = tokens[i - 1]?.kind;
  const after = tokens[i + 1]?.kind;
  return (
    (before === "number" || before === "close" || before === "word") &&
    (after === "number" || after === "open")
  );
}

/** "20% of 80" and "3/4 of 80" multiply; "5 of 80" does not. */
function isShareOf(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]?.text !== "of" || tokens[i + 1]?.kind !== "number") return false;
  const before = tokens[i - 1];
  if (before?.kind !== "number") return false;
  const divides = tokens[i - 2]?.text === "/" && tokens[i - 3]?.kind === "number";
  return divides || before.text.endsWith("%") || before.text in vulgarFractions;
}

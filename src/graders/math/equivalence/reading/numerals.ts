import { add, multiply, type Rational, rational } from "../../../../mathematics/rational.ts";
import { limits } from "../limits.ts";
import type { Numeral } from "../syntax/node.ts";

/** A numeral found in a text. */
export interface ScannedNumeral {
  /** Digits in a notation of our own: "1000", "0.1(6)" for a repeating decimal, "1.2e3", "5#204" for base five. */
  readonly text: string;
  readonly length: number;
  /** Whether the commas inside could also separate members of a list. */
  readonly ambiguous: boolean;
}

const radixWords =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split(
    " ",
  );
const radix = String.raw`\d{1,2}|${radixWords.slice(2).reverse().join("|")}`;
const subscript = String.raw`\s*_\s*(?:\{\s*(?:\\(?:text|mathrm|rm|mbox)\s*\{)?\s*\(?(${radix})\)?\s*\}{1,2}|\\(?:text|mathrm)\s*\{\s*(${radix})\s*\}|(\d{1,2}))`;
const basedDigits = String.raw`\d[0-9A-Za-z]{0,63}(?:\.\d{1,63})?`;
const based = new RegExp(String.raw`(${basedDigits}|\\(?:text|mathrm)\{[0-9A-Z]+\})${subscript}`, "y");
const parenthesisedBased = new RegExp(String.raw`\(\s*(${basedDigits})\s*\)${subscript}`, "y");
const grouped = /[1-9]\d{0,2}(?:,\d{3})+(?!\d)(?:\.\d+)?/y;
const spaced = /[1-9]\d{0,2}(?: \d{3})+(?![\d/])(?! \d)(?:\.\d+)?/y;
const repeating = /(\d*\.\d*)\s*(?:\\(?:overline|bar|dot|overset\{\.\})\s*\{?(\d+)\}?|\((\d+)\))/y;
const trailing = /(\d*\.\d+)\s*(?:\.{3}|\\(?:l|c)?dots)/y;
const plain = /(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,4}(?![\d.]))?/y;

/** Reads the numeral at `at`, with the separators that may stand inside it; null where none starts there. */
export function scanNumeral(text: string, at: number, groupsCommas: boolean): ScannedNumeral | null {
  const base = matchAt(based, text, at) ?? matchAt(parenthesisedBased, text, at);
  if (base) {
    const radix = radixOf((base[2] ?? base[3] ?? base[4])!);
    const digits = base[1]!.replace(/^\\[a-z]+\{|\}$/g, "");
    if (isNumberInBase(digits, radix)) return found(`${radix}#${digits}`, base[0]);
  }
  if (!/[\d.]/.test(text[at] ?? "")) return null;
  const repeated = matchAt(repeating, text, at);
  if (repeated) return found(`${repeated[1]}(${repeated[2] ?? repeated[3]})`, repeated[0]);
  const endless = matchAt(trailing, text, at);
  if (endless) return found(withPeriod(endless[1]!), endless[0]);
  const group = matchAt(grouped, text, at);
  if (group && groupsCommas) return { ...found(group[0].replaceAll(",", ""), group[0]), ambiguous: true };
  const spacedGroup = matchAt(spaced, text, at);
  if (spacedGroup && !group) return found(spacedGroup[0].replaceAll(" ", ""), spacedGroup[0]);
  const match = matchAt(plain, text, at);
  return match && { ...found(match[0], match[0]), ambiguous: group !== null };
}

/** The value of a numeral in the notation of `scanNumeral`. */
export function readNumeral(text: string): Numeral | null {
  const [digits, radix] = text.split("#").reverse() as [string, string | undefined];
  if (radix) return { kind: "number", value: inBase(digits, Number(radix)), decimal: null };
  const match = /^(\d*)(?:\.(\d*)(?:\((\d+)\))?)?(?:[eE]([-+]?\d+))?$/.exec(text);
  if (!match) return null;
  const [, whole = "", fraction = "", period, exponent = "0"] = match;
  if (Math.abs(Number(exponent)) * 3.33 > limits.integerBits) return null;
  let value = rational(BigInt(whole + fraction || "0"), 10n ** BigInt(fraction.length));
  if (period) value = add(value, repeatingPart(period, fraction.length));
  value = scaled(value, Number(exponent));
  const hasPoint = text.includes(".") && !period;
  const significantDigits = (whole + fraction).replace(/^0+/, "").length;
  const places = fraction.length - Number(exponent);
  return { kind: "number", value, decimal: hasPoint && fraction ? { significantDigits, places } : null };
}

const repeatingPart = (period: string, places: number): Rational =>
  rational(BigInt(period), (10n ** BigInt(period.length) - 1n) * 10n ** BigInt(places));

const scaled = (value: Rational, exponent: number): Rational =>
  exponent < 0
    ? multiply(value, rational(1n, 10n ** BigInt(-exponent)))
    : multiply(value, rational(10n ** BigInt(exponent)));

/** Longer decimals are not searched for a period. */
const longestPeriodic = 40;

/** 0.333… repeats its 3; 1.414… repeats nothing that is seen and stays the decimal it shows. */
function withPeriod(decimal: string): string {
  const match = decimal.length <= longestPeriodic ? /^(\d*\.\d*?)(\d+?)\2+$/.exec(decimal) : null;
  return match ? `${match[1]}(${match[2]})` : decimal;
}

const radixOf = (text: string): number => (/\d/.test(text) ? Number(text) : radixWords.indexOf(text));

const digitValue = (digit: string) => Number.parseInt(digit, 36);

function isNumberInBase(digits: string, radix: number): boolean {
  return (
    radix >= 2 && radix <= 36 && [...digits.replace(".", "")].every((digit) => digitValue(digit) < radix)
  );
}

function inBase(digits: string, radix: number): Rational {
  const [whole, places = ""] = digits.split(".") as [string, string | undefined];
  const all = [...whole, ...places].reduce(
    (sum, digit) => sum * BigInt(radix) + BigInt(digitValue(digit)),
    0n,
  );
  return rational(all, BigInt(radix) ** BigInt(places.length));
}

const found = (text: string, source: string): ScannedNumeral => ({
  text,
  length: source.length,
  ambiguous: false,
});

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

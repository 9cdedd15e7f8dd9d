import { absolute, decimalFraction, type Fraction, literalFraction, terminatingDecimal } from "../decimal.ts";
import { type Change, changeOf } from "../variant.ts";
import { unitsToAdd } from "./units.ts";

const sign = ({ numerator }: Fraction): string => (numerator < 0n ? "-" : "");

/** A way to write integers and decimals. */
const ofDecimal = (name: string, write: (value: Fraction, text: string) => string | null): Change =>
  changeOf("scalar", name, ({ text }) => {
    const value = decimalFraction(text);
    return value && write(value, text);
  });

/** A way to write fractions of integers. */
const ofFraction = (name: string, write: (value: Fraction) => string | null): Change =>
  changeOf("scalar", name, ({ text }) => {
    const value = literalFraction(text);
    return value && write(value);
  });

/** A way to write an integer of four digits and more with its thousands apart. */
const ofThousands = (name: string, separator: string): Change =>
  ofDecimal(name, ({ denominator }, text) =>
    denominator === 1n && /^-?[1-9]\d{3,}$/.test(text)
      ? text.replaceAll(/(?<=\d)(?=(?:\d{3})+$)/g, () => separator)
      : null,
  );

/** Other ways to write a number. */
export const numberRewritings: readonly Change[] = [
  ofDecimal("zeros at the end", ({ denominator }, text) => (denominator === 1n ? `${text}.0` : `${text}0`)),
  ofDecimal(
    "unreduced fraction",
    ({ numerator, denominator }) => `\\frac{${numerator * 6n}}{${denominator * 6n}}`,
  ),
  ofDecimal("over one", ({ denominator }, text) => (denominator === 1n ? `\\frac{${text}}{1}` : null)),
  ofDecimal("plus sign", ({ numerator }, text) => (numerator > 0n ? `+${text}` : null)),
  ofDecimal(
    "sum",
    ({ numerator, denominator }, text) =>
      `${text} + ${absolute(numerator / denominator) + 7n} - ${absolute(numerator / denominator) + 7n}`,
  ),
  ofDecimal("in parentheses", (_, text) => `(${text})`),
  ofThousands("thousands by commas", ","),
  ofThousands("thousands by braced commas", "{,}"),
  ofThousands("thousands by thin spaces", "\\,"),
  ofDecimal("scientific", scientific),
  ...unitsToAdd.map(({ name, add }) => ofDecimal(name, (_, text) => add(text))),
  ofFraction("slash", ({ numerator, denominator }) => `${numerator}/${denominator}`),
  ofFraction("unreduced", ({ numerator, denominator }) => `\\frac{${3n * numerator}}{${3n * denominator}}`),
  ofFraction("decimal", terminatingDecimal),
  ofFraction("sign in the numerator", ({ numerator, denominator }) => `\\frac{${numerator}}{${denominator}}`),
  ofFraction(
    "sign in front",
    (value) => `${sign(value)}\\frac{${absolute(value.numerator)}}{${value.denominator}}`,
  ),
  ofFraction("sign in the denominator", ({ numerator, denominator }) =>
    numerator < 0n ? `\\frac{${-numerator}}{${-denominator}}` : null,
  ),
  ofFraction(
    "product",
    (value) => `${sign(value)}\\frac{1}{${value.denominator}} \\cdot ${absolute(value.numerator)}`,
  ),
  ofFraction("mixed number", mixedNumber),
];

function mixedNumber(value: Fraction): string | null {
  const size = absolute(value.numerator);
  const rest = size % value.denominator;
  if (size < value.denominator || rest === 0n) return null;
  return `${sign(value)}${size / value.denominator}\\frac{${rest}}{${value.denominator}}`;
}

function scientific(value: Fraction): string | null {
  const digits = String(absolute(value.numerator));
  if (value.denominator !== 1n || digits.length < 2) return null;
  const mantissa = `${digits[0]}.${digits.slice(1)}`.replace(/\.?0+$/, "");
  return `${sign(value)}${mantissa} \\times 10^{${digits.length - 1}}`;
}

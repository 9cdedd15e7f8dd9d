import { divide, type Rational, rational } from "./rational.ts";

const decimal = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d*)(?:\.(\d*))?$/;

/**
 * Reads "3", "-2.50", ".5", "1,000" or "3/4"; null for anything else.
 *
 * @example parseRational("-2.50") // -5/2
 */
export function parseRational(text: string): Rational | null {
  const parts = text.trim().split("/");
  if (parts.length > 2) return null;
  const [numerator, denominator] = parts.map(parseDecimal);
  if (!numerator) return null;
  if (parts.length === 1) return numerator;
  return denominator && denominator.numerator !== 0n ? divide(numerator, denominator) : null;
}

function parseDecimal(text: string): Rational | null {
  const match = decimal.exec(text.trim());
  if (!match) return null;
  const [, sign, whole = "", fraction = ""] = match;
  const digits = whole.replaceAll(",", "") + fraction;
  if (digits === "") return null;
  const magnitude = BigInt(digits);
  return rational(sign === "-" ? -magnitude : magnitude, 10n ** BigInt(fraction.length));
}

/**
 * The value as a decimal where that is finite, as a fraction in lowest terms otherwise. `parseRational` reads it back.
 *
 * @example toText(rational(5, 2)) // "2.5"
 * @example toText(rational(1, 3)) // "1/3"
 */
export function toText(value: Rational): string {
  const places = decimalPlaces(value.denominator);
  if (places === null) return `${value.numerator}/${value.denominator}`;
  const scaled = (value.numerator * 10n ** BigInt(places)) / value.denominator;
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, "0");
  const sign = scaled < 0n ? "-" : "";
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** How many decimal places a fraction with this denominator needs; null where no number of them is enough. */
function decimalPlaces(denominator: bigint): number | null {
  const [withoutTwos, twos] = divideOut(denominator, 2n);
  const [rest, fives] = divideOut(withoutTwos, 5n);
  return rest === 1n ? Math.max(twos, fives) : null;
}

function divideOut(value: bigint, factor: bigint): [rest: bigint, count: number] {
  let rest = value;
  let count = 0;
  while (rest % factor === 0n) {
    rest /= factor;
    count++;
  }
  return [rest, count];
}

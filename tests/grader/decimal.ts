/** An exact fraction of a decimal literal or of two integer literals. */
export interface Fraction {
  numerator: bigint;
  denominator: bigint;
}

/** Reads `-12.50`; null for anything else. */
export function decimalFraction(text: string): Fraction | null {
  const match = /^(-?)(\d*)(?:\.(\d+))?$/.exec(text.trim());
  if (!match || !/\d/.test(text)) return null;
  const [, sign, whole = "", decimals = ""] = match;
  const numerator = BigInt(whole + decimals);
  return { numerator: sign ? -numerator : numerator, denominator: 10n ** BigInt(decimals.length) };
}

/** Reads `-\frac{3}{4}`, `\frac{-3}{4}`, `\frac34` and `-3/4`; null for anything else. */
export function literalFraction(text: string): Fraction | null {
  const match =
    /^(-?)\\[dt]?frac\s*\{\s*(-?\d+)\s*\}\s*\{\s*(\d+)\s*\}$/.exec(text) ??
    /^(-?)\\[dt]?frac\s*(\d)\s*(\d)$/.exec(text) ??
    /^(-?)(\d+)\s*\/\s*(\d+)$/.exec(text);
  if (!match || /^0+$/.test(match[3]!)) return null;
  const numerator = BigInt(match[2]!);
  return { numerator: match[1] ? -numerator : numerator, denominator: BigInt(match[3]!) };
}

/** The decimal that a fraction is, null where it does not end within twelve places. */
export function terminatingDecimal({ numerator, denominator }: Fraction): string | null {
  const scaled = numerator * 10n ** 12n;
  if (scaled % denominator !== 0n) return null;
  const digits = String(absolute(scaled / denominator)).padStart(13, "0");
  const decimals = digits.slice(-12).replace(/0+$/, "");
  return `${numerator < 0n ? "-" : ""}${digits.slice(0, -12)}${decimals && `.${decimals}`}`;
}

export const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

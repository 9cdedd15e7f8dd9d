import { multiply, type Rational, rational } from "../../../../mathematics/rational.ts";

/** A unit as a power product of base dimensions, and how many base units it is. */
export interface Unit {
  /** Exponents by dimension, such as { length: 1, time: -1 }. */
  readonly dimensions: ReadonlyMap<string, number>;
  readonly factor: Rational;
}

const table: readonly [dimension: string, factor: Rational, names: string][] = [
  ["length", rational(1, 1000), "mm millimeter millimetre"],
  ["length", rational(1, 100), "cm centimeter centimetre"],
  ["length", rational(1, 10), "dm decimeter decimetre"],
  ["length", rational(1), "m meter metre"],
  ["length", rational(1000), "km kilometer kilometre"],
  ["length", rational(254, 10_000), "inch inches in"],
  ["length", rational(3048, 10_000), "ft foot feet"],
  ["length", rational(9144, 10_000), "yd yard"],
  ["length", rational(1_609_344, 1000), "mi mile"],
  ["mass", rational(1, 1_000_000), "mg milligram"],
  ["mass", rational(1, 1000), "g gram"],
  ["mass", rational(1), "kg kilogram"],
  ["mass", rational(45_359_237, 100_000_000), "lb lbs pound"],
  ["mass", rational(45_359_237, 1_600_000_000), "oz ounce"],
  ["time", rational(1, 1000), "ms millisecond"],
  ["time", rational(1), "s sec second"],
  ["time", rational(60), "min minute"],
  ["time", rational(3600), "h hr hrs hour"],
  ["time", rational(86_400), "day"],
  ["time", rational(604_800), "week"],
  ["calendar", rational(1), "month"],
  ["calendar", rational(12), "year yr yrs"],
  ["volume", rational(1, 1_000_000), "ml milliliter millilitre"],
  ["volume", rational(1, 1000), "l liter litre"],
  ["volume", rational(1, 1), "gallon gal"],
  ["dollar", rational(1), "dollar usd"],
  ["dollar", rational(1, 100), "cent cents"],
  ["euro", rational(1), "euro eur"],
  ["sterling", rational(1), "pounds-sterling gbp"],
  ["yen", rational(1), "yen"],
  ["yuan", rational(1), "yuan rmb"],
  ["rupee", rational(1), "rupee"],
  ["angle", rational(1), "degree deg"],
  ["speed", rational(1_609_344, 3_600_000), "mph"],
  ["speed", rational(1000, 3600), "kmh kph"],
  ["force", rational(1), "N newton"],
  ["energy", rational(1), "J joule"],
  ["power", rational(1), "W watt"],
  ["current", rational(1), "amp amps ampere"],
  ["voltage", rational(1), "V volt"],
];

/** Derived dimensions that compare with powers of base ones. */
const derived: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  volume: { length: 3 },
  speed: { length: 1, time: -1 },
};

const units = new Map<string, Unit>(
  table.flatMap(([dimension, factor, names]) => {
    const unit = { dimensions: new Map(Object.entries(derived[dimension] ?? { [dimension]: 1 })), factor };
    return names.split(" ").map((name) => [name, unit] as const);
  }),
);

const caseless = new Map([...units].map(([name, unit]) => [name.toLowerCase(), unit] as const));

/** The unit of a word, in singular or plural; undefined for words that are no units. */
function unitOf(word: string): Unit | undefined {
  if (word.length === 1) return units.get(word) ?? (word === "L" ? units.get("l") : undefined);
  const lower = word.toLowerCase();
  return (
    caseless.get(lower) ?? caseless.get(lower.replace(/s$/, "")) ?? caseless.get(lower.replace(/es$/, ""))
  );
}

export const isUnit = (word: string): boolean => unitOf(word) !== undefined;

/**
 * Reads a unit such as "cm^2", "square inches", "m / min" or "miles per hour"; null where any word is no unit, so that
 * "9 values" and "9 square tiles" carry none.
 */
export function readUnit(text: string): Unit | null {
  const words = text.replaceAll(/[{}().]/g, " ").match(/[A-Za-z-]+|\^\s*-?\d+|\//g);
  if (!words) return null;
  let factor = rational(1);
  const dimensions = new Map<string, number>();
  let sign = 1;
  let pending = 1;
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    if (word === "/" || word === "per") sign = -1;
    else if (word === "square" || word === "sq") pending = 2;
    else if (word === "cubic" || word === "cu") pending = 3;
    else {
      const unit = unitOf(word);
      if (!unit) return null;
      const power = /^\^\s*(-?\d+)$/.exec(words[index + 1] ?? "");
      const exponent = sign * (power ? Math.max(-9, Math.min(9, Number(power[1]))) : pending);
      if (power) index++;
      factor = multiply(factor, powerOf(unit.factor, exponent));
      for (const [dimension, count] of unit.dimensions)
        dimensions.set(dimension, (dimensions.get(dimension) ?? 0) + count * exponent);
      pending = 1;
    }
  }
  return { dimensions, factor };
}

export const sameDimensions = (a: Unit, b: Unit): boolean =>
  [...new Set([...a.dimensions.keys(), ...b.dimensions.keys()])].every(
    (dimension) => (a.dimensions.get(dimension) ?? 0) === (b.dimensions.get(dimension) ?? 0),
  );

const powerOf = (value: Rational, exponent: number): Rational =>
  exponent >= 0
    ? rational(value.numerator ** BigInt(exponent), value.denominator ** BigInt(exponent))
    : rational(value.denominator ** BigInt(-exponent), value.numerator ** BigInt(-exponent));

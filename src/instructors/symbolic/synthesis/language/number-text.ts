const upToNineteen =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** An integer below 100 in words, any other number in digits: "twenty-five", "125". */
export function inWords(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 99) return inDigits(value);
  if (value < 20) return upToNineteen[value]!;
  const ones = value % 10;
  return tens[Math.floor(value / 10) - 2]! + (ones === 0 ? "" : `-${upToNineteen[ones]}`);
}

const withCommas = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });

/** Digits with thousands commas: "1,250". */
export function inDigits(value: number): string {
  return withCommas.format(value);
}

/** Dollars, with cents where there are any: "$12", "$2.50". */
export function dollars(value: number): string {
  return `$${Number.isInteger(value) ? inDigits(value) : value.toFixed(2)}`;
}

/** "twice", "three times". */
export function timesWord(factor: number): string {
  return factor === 2 ? "twice" : `${inWords(factor)} times`;
}

const ordinals: Record<number, string> = {
  3: "third",
  4: "fourth",
  5: "fifth",
  6: "sixth",
  7: "seventh",
  8: "eighth",
  9: "ninth",
  10: "tenth",
};

/** "half", "one third", "three fourths"; digits where there is no word. */
export function fractionWords(numerator: number, denominator: number): string {
  if (denominator === 2) return "half";
  const ordinal = ordinals[denominator];
  if (!ordinal) return `${numerator}/${denominator}`;
  return numerator === 1 ? `one ${ordinal}` : `${inWords(numerator)} ${ordinal}s`;
}

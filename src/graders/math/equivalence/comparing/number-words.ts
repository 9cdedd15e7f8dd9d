const small =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const scales: ReadonlyMap<string, number> = new Map(
  Object.entries({
    thousand: 1000,
    million: 1_000_000,
    billion: 1_000_000_000,
  }),
);

/**
 * The number that words in lower case write; null where any other word stands among them.
 *
 * @example numberInWords("two hundred and twenty-five") // 225
 */
export function numberInWords(text: string): number | null {
  const words = text.split(/[\s-]+/).filter((word) => word !== "and");
  let [total, group] = [0, 0];
  for (const word of words) {
    const value = small.includes(word) ? small.indexOf(word) : 10 * (tens.indexOf(word) + 2);
    if (word === "hundred") group *= 100;
    else if (scales.has(word)) [total, group] = [total + group * scales.get(word)!, 0];
    else if (!small.includes(word) && !tens.includes(word)) return null;
    // "five one" is a sequence of digits.
    else if (group % 10 !== 0 || (group % 100 !== 0 && value >= 10)) return null;
    else group += value;
  }
  return words.length === 0 || words[0] === "hundred" ? null : total + group;
}

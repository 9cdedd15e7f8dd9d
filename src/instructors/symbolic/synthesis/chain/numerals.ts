const units =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const scales: Record<string, number> = { hundred: 100, thousand: 1000, million: 1_000_000 };

const numberWords = new Map<string, number>([
  ...units.map((word, value) => [word, value] as const),
  ...tens.map((word, index) => [word, 20 + 10 * index] as const),
]);

const ordinals = "third quarter fifth sixth seventh eighth ninth tenth".split(" ");
const denominators = new Map<string, number>([
  ["half", 2],
  ["halves", 2],
  ["fourth", 4],
  ["fourths", 4],
  ["twentieth", 20],
  ["hundredth", 100],
  ...ordinals.flatMap((word, index) => [[word, index + 3] as const, [`${word}s`, index + 3] as const]),
]);

/** What a word divides by: 3 for "third" or "thirds", 2 for "half"; null for any other word. */
export function denominatorOf(word: string): number | null {
  return denominators.get(word) ?? null;
}

/** The scale of "hundred", "thousand" and "million"; null for any other word. */
export function scaleOf(word: string | undefined): number | null {
  return scales[word ?? ""] ?? null;
}

/**
 * The number written in words that starts at a token: "twenty - five", "two hundred and ten".
 *
 * @param tokens lower-case words and signs.
 * @returns its value and the position after it; null where no number word stands at `start`.
 */
export function readNumeral(tokens: readonly string[], start: number): { value: number; end: number } | null {
  let value = 0;
  let group = 0;
  let position = start;
  let end = start;
  while (position < tokens.length) {
    const token = tokens[position]!;
    const word = numberWords.get(token);
    const scale = scaleOf(token);
    if (word !== undefined && fits(word, group)) group += word;
    else if (scale === 100 && group > 0) group *= 100;
    else if (scale !== null && group > 0) {
      value += group * scale;
      group = 0;
    } else if (end === position && position > start && (token === "and" || token === "-")) {
      position++;
      continue;
    } else break;
    position++;
    end = position;
  }
  return end === start ? null : { value: value + group, end };
}

/** "twenty" then "five" is one number, "five" then "six" are two. */
function fits(word: number, group: number): boolean {
  if (group === 0) return true;
  const room = group % 100 === 0 ? 100 : group % 10 === 0 ? 10 : 0;
  return word < room && word > 0;
}

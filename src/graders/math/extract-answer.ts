/** An answer found in free text, and the rule that found it. */
export interface ExtractedAnswer {
  /** The number without currency, thousands separators and unit. */
  text: string;
  rule: "answer line" | "answer phrase" | "last number";
}

const number = String.raw`[-+]?\$?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:/\d+)?`;

/** In order of trust: what is marked as the answer beats what merely comes last. */
const rules: readonly { rule: ExtractedAnswer["rule"]; pattern: RegExp }[] = [
  { rule: "answer line", pattern: new RegExp(String.raw`(?:####|^A:)\s*(${number})`, "gm") },
  { rule: "answer phrase", pattern: new RegExp(String.raw`answer(?: is|:)\s*(${number})`, "gi") },
  { rule: "last number", pattern: new RegExp(`(${number})`, "g") },
];

/** Reads the numeric answer out of a solution; null where it holds no number. */
export function extractAnswer(output: string): ExtractedAnswer | null {
  for (const { rule, pattern } of rules) {
    const last = [...output.matchAll(pattern)].filter((match) => /\d/.test(match[1]!)).at(-1);
    if (last) return { text: plainNumber(last[1]!), rule };
  }
  return null;
}

const plainNumber = (text: string): string => text.replace(/[$,+]/g, "");

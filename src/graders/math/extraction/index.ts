import type { ExtractedAnswer, Extraction, ExtractionRule } from "./extraction.ts";

export type {
  ExplicitRule,
  ExtractedAnswer,
  Extraction,
  ExtractionRule,
  ExtractionState,
  FallbackRule,
} from "./extraction.ts";

export interface ExtractionOptions {
  /** How the generation ended, where that is known. */
  readonly finishReason?: "stop" | "length";
}

const number = String.raw`[-+]?\$?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:/\d+)?`;

const rules: readonly { rule: ExtractionRule; pattern: RegExp }[] = [
  { rule: "#### line", pattern: new RegExp(String.raw`####\s*(${number})`, "gd") },
  { rule: "answer phrase", pattern: new RegExp(String.raw`(?:^A:|answer(?: is|:))\s*(${number})`, "gimd") },
  { rule: "last number", pattern: new RegExp(`(${number})`, "gd") },
];

/** Finds the answer in a free text. */
export function extractAnswer(output: string, options: ExtractionOptions = {}): Extraction {
  const candidates = rules.flatMap(({ rule, pattern }): ExtractedAnswer[] => {
    const last = [...output.matchAll(pattern)].filter((match) => /\d/.test(match[1]!)).at(-1);
    if (!last) return [];
    const [start, end] = last.indices![1]!;
    return [{ text: last[1]!, rule, start, end }];
  });
  const strict = candidates.find(({ rule }) => rule !== "last number") ?? null;
  const flexible = candidates[0] ?? null;
  const missing =
    output.trim() === "" ? "empty" : options.finishReason === "length" ? "truncated" : ("none" as const);
  return { state: flexible ? "found" : missing, strict, flexible, candidates };
}

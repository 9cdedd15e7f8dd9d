/** How an answer was recognised, in the order of trust. */
export const explicitRules = ["boxed", "boxed list", "#### line", "final answer", "answer phrase"] as const;
export const fallbackRules = ["whole output", "bold", "last expression", "last number"] as const;
export type ExplicitRule = (typeof explicitRules)[number];
export type FallbackRule = (typeof fallbackRules)[number];
export type ExtractionRule = ExplicitRule | FallbackRule;

/** An answer found in a text. */
export interface ExtractedAnswer {
  /** The answer as it is written there, without its marks. */
  readonly text: string;
  readonly rule: ExtractionRule;
  /** Where it stands: offsets in UTF-16 units, `end` exclusive. A list of answers spans all of them. */
  readonly start: number;
  readonly end: number;
}

/** `none`: the output says something, and no answer was found in it. */
export type ExtractionState = "found" | "none" | "empty" | "truncated" | "refused";

/** Everything that an output says about its answer. */
export interface Extraction {
  readonly state: ExtractionState;
  /** The answer that is marked as such: boxed, after ####, or announced in words. */
  readonly strict: ExtractedAnswer | null;
  /** The strict answer where there is one; otherwise what a fallback found. */
  readonly flexible: ExtractedAnswer | null;
  /** Every answer that a rule found, in the order of trust. */
  readonly candidates: readonly ExtractedAnswer[];
}

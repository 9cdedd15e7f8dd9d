/** Marks that name an answer as such. */
export type ExplicitRule =
  | "boxed"
  | "boxed list"
  | "#### line"
  | "answer tag"
  | "final answer"
  | "answer phrase";

/** What stands where answers stand, for outputs that name none. */
export type FallbackRule = "whole output" | "bold" | "last expression" | "last number";

export type ExtractionRule = ExplicitRule | FallbackRule;

/** An answer found in a text. */
export interface ExtractedAnswer {
  /** The answer as it is written there, without its marks. The members of a list are joined by commas. */
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
  /** Why there is no answer, in words; null where there is one. */
  readonly reason: string | null;
  /** The answer that is marked as such: boxed, after ####, or announced in words. */
  readonly strict: ExtractedAnswer | null;
  /** The strict answer where there is one; otherwise what a fallback found. */
  readonly flexible: ExtractedAnswer | null;
  /** What every rule found, in the order of trust. */
  readonly candidates: readonly ExtractedAnswer[];
}

/** A part of a text: offsets in UTF-16 units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A piece of an answer. */
export interface Token {
  readonly type: "numeral" | "letter" | "command" | "words" | "sign" | "end";
  /** Digits of a numeral, a letter, the name of a command without backslash, words, or a sign such as "<=". */
  readonly text: string;
  /** White space stands before it. */
  readonly spaced: boolean;
}

/** How constructs with two readings are read; see `read-answer.ts`. */
export interface Style {
  /** Whether a comma between groups of three digits separates or groups. */
  readonly commas: "group" | "separate";
  /** Whether C(5, 2) and P(5, 2) are a point's name or a number of selections. */
  readonly selections: "point" | "number";
  /** Usual: 1/2x is (1/2)x and a/2x is a/(2x); unusual: the other way round. */
  readonly quotients: "usual" | "unusual";
}

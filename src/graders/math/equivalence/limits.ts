/**
 * The bounds that keep every verdict short, whatever the input. Beyond a bound the answer is "cannot be decided", never
 * a guess: each constant is far above what answers of textbooks and contests need.
 */
export const limits = {
  /** Characters of one answer that are read as mathematics; a longer one is only compared as text. */
  characters: 4_000,
  /** Nodes of one parsed answer, after ± is written out. */
  nodes: 1_500,
  /** Brackets, fractions and exponents inside one another. */
  depth: 60,
  /** Bits of an exact integer; 2003^(2002^2001) is not expanded. */
  integerBits: 16_384,
  /** Bits of the parts of an exact fraction, whose reduction costs the square of them. */
  fractionBits: 2_048,
  /** Members of a list or set, each of which may be compared with each of the other. */
  members: 40,
  /** Terms of one written-out sum or product. */
  seriesTerms: 120,
  /** Work that one verdict may spend on values, in operations of about a microsecond. */
  operations: 20_000,
} as const;

import { equals } from "../../../mathematics/rational.ts";
import { parseRational } from "../../../mathematics/rational-text.ts";
import type { Equivalence } from "./equivalence.ts";

export type { Equivalence } from "./equivalence.ts";

/** Decides whether two answers (LaTeX or plain text) are mathematically equal. */
export function isEquivalent(gold: string, answer: string): Equivalence {
  const expected = parseRational(gold.trim().replace(/[$,]/g, ""));
  const found = parseRational(answer.trim().replace(/[$,]/g, ""));
  if (!expected || !found) return { equal: null, how: "not parsed" };
  return equals(expected, found)
    ? { equal: true, how: "equal as rational numbers" }
    : { equal: false, how: "different rational numbers" };
}

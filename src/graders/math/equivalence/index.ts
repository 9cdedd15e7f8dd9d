import { equals } from "../../../mathematics/rational.ts";
import { compareAnswers } from "./comparing/compare-answers.ts";
import { type Comparison, newBudget } from "./comparing/comparison.ts";
import { withoutDeclarations } from "./comparing/declarations.ts";
import { expandPlusMinus } from "./comparing/plus-minus.ts";
import { anyOf, different, same, undecided, type Verdict } from "./comparing/verdict.ts";
import { compareTexts, isProse, isWording, meaningOf, plainWords } from "./comparing/words.ts";
import type { Equivalence } from "./equivalence.ts";
import { limits } from "./limits.ts";
import { readNumeral } from "./reading/numerals.ts";
import { readAnswer } from "./reading/read-answer.ts";
import { haveSameTokens } from "./reading/same-tokens.ts";
import { tidy } from "./reading/tidy.ts";
import type { Node } from "./syntax/node.ts";

export type { Equivalence } from "./equivalence.ts";

/** What a caller may choose. */
export interface EquivalenceOptions {
  /**
   * Significant digits from which a decimal stands for the fraction without finite decimal, or the irrational number,
   * that it correctly rounds: with 4, 0.3333 is 1/3 and 0.333 is not.
   *
   * @default 4
   */
  readonly roundedDigits?: number;
}

/**
 * Decides whether two answers, in LaTeX or plain text, are mathematically the same.
 *
 * How it goes, folder by folder:
 * 1. `reading/` takes the wrapping off (`tidy`), splits the text into tokens and reads it by a grammar of limited depth
 *    into a small tree (`syntax/`). Ambiguous notation has two readings, and any pair of readings may agree.
 * 2. `comparing/` finds what kinds of answers the two are (values, named values, equations, sets of real numbers,
 *    tuples, lists, matrices, ratios, words) and applies the rule of that pair of kinds.
 * 3. `numbers/` gives values: exact fractions as long as a value is rational, otherwise complex numbers of 96 digits
 *    with a bound on their error. "Different" is therefore proved; "the same" is exact for fractions, and agreement in
 *    at least 30 digits for the rest, at several points where there are symbols.
 *
 * The order of the two answers is erased before anything is compared, so that the verdict is symmetric by construction.
 * The work is bounded whatever the input (`limits.ts`), and what cannot be read or worked out is `null`, never wrong.
 *
 * @example isEquivalent("\\frac{1}{2}", "0.5") // { equal: true, how: "equal as exact numbers" }
 * @example isEquivalent("x > 3", "(3, \\infty)") // { equal: true, how: "the same set of real numbers" }
 */
export function isEquivalent(gold: string, answer: string, options: EquivalenceOptions = {}): Equivalence {
  const [a, b] = gold < answer ? [gold, answer] : [answer, gold];
  return compareNumerals(a, b) ?? compareReadings(a, b, options.roundedDigits ?? 4);
}

const numeral = /^\s*-?(?:\d{1,300}(?:\.\d{1,300})?|\.\d{1,300})\s*$/;

/** The short way for plain decimals. */
function compareNumerals(a: string, b: string): Equivalence | null {
  if (!numeral.test(a) || !numeral.test(b)) return null;
  const [x, y] = [signed(a.trim()), signed(b.trim())];
  return x.isNegative === y.isNegative && equals(x.value, y.value)
    ? same("equal as exact numbers")
    : isZero(x) && isZero(y)
      ? same("equal as exact numbers")
      : different("different numbers");
}

const signed = (text: string) => ({
  isNegative: text.startsWith("-"),
  value: readNumeral(text.replace("-", ""))!.value,
});

const isZero = ({ value }: ReturnType<typeof signed>) => value.numerator === 0n;

function compareReadings(a: string, b: string, roundedDigits: number): Verdict {
  if (a.trim() === "" || b.trim() === "") return undecided("an answer is empty");
  if (a.trim() === b.trim()) return same("the same text");
  if (a.length > limits.characters || b.length > limits.characters) return undecided("an answer is too long");
  const [x, y] = [tidy(a), tidy(b)];
  if (x === "" || y === "") return undecided("an answer is empty");
  if (haveSameTokens(x, y)) return same("the same text");
  if (isWording(x) && isWording(y) && plainWords(x) === plainWords(y)) return same("the same words");
  const [readingsOfX, readingsOfY] = [readingsOf(x), readingsOf(y)];
  if (readingsOfX.length === 0 || readingsOfY.length === 0)
    return compareTexts(x, y, { a: readingsOfX[0], b: readingsOfY[0] });
  const comparison: Comparison = { roundedDigits, budget: newBudget(), compare: compareAnswers };
  return anyOf(
    (function* () {
      for (const left of readingsOfX)
        for (const right of readingsOfY) yield compareAnswers(left, right, comparison);
    })(),
  );
}

function readingsOf(text: string): readonly Node[] {
  const meaning = meaningOf(text);
  if (meaning) return [meaning];
  return isProse(text) ? [] : readAnswer(text).map((node) => withoutDeclarations(expandPlusMinus(node)));
}

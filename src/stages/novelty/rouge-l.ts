import { createSubsequenceMatcher } from "./subsequence-matcher.ts";
import { fMeasure } from "./threshold.ts";
import { createWordNumbering } from "./word-numbers.ts";

/**
 * Rouge-L F-measure of two texts in [0, 1] (Lin 2004), as Google's `rouge_score` computes it without stemming: the
 * longest common subsequence of their words against both lengths. 0 when either has no words.
 *
 * @example rougeL("Tom has 3 apples", "Tom has 5 apples") // 0.75
 */
export function rougeL(one: string, other: string): number {
  const number = createWordNumbering();
  const [first, second] = [number(one), number(other)];
  const words = first.words.length + second.words.length;
  const matcher = createSubsequenceMatcher();
  matcher.hold(first, words);
  return fMeasure(matcher.common(second), words);
}

import { createCandidateIndex } from "./candidate-index.ts";
import { createSubsequenceMatcher } from "./subsequence-matcher.ts";
import { createLeastCommon, fMeasure } from "./threshold.ts";
import type { NumberedText } from "./word-numbers.ts";

/** Finds every similar text exactly, without comparing with every text. Texts are known by their turn: 0, 1, 2 … */
export interface SimilarityIndex {
  add(text: NumberedText): void;
  /** Visits the added texts whose F with this one passes, in no order. Returns how many candidates it looked at. */
  visitSimilar(text: NumberedText, visitor: (text: number, score: number) => void): number;
}

/**
 * Three sieves, each cheaper than the next and none losing a similar pair: the rare words of the text name candidates,
 * counting shared words ends most of them, and the rest are compared in full.
 *
 * @param passes whether an F passes; must be monotone and false for 0.
 */
export function createSimilarityIndex({
  passes,
  shortestFirst = false,
}: {
  passes: (f: number) => boolean;
  /** Texts come shortest first and are only ever looked up by texts at least as long. */
  shortestFirst?: boolean;
}): SimilarityIndex {
  const candidates = createCandidateIndex(createLeastCommon(passes), shortestFirst);
  const matcher = createSubsequenceMatcher();
  const texts: NumberedText[] = [];
  let wordCount = 0;

  return {
    add(text) {
      texts.push(text);
      candidates.add(text.rarestFirst);
      wordCount = Math.max(wordCount, 1 + (text.rarestFirst[0] ?? -1));
    },

    visitSimilar(text, visitor) {
      let looked = 0;
      matcher.hold(text, wordCount);
      candidates.visit(text.rarestFirst, (candidate, needed) => {
        looked++;
        const other = texts[candidate]!;
        if (!matcher.mayShare(other, needed)) return;
        const common = matcher.common(other);
        if (common >= needed) visitor(candidate, fMeasure(common, text.words.length + other.words.length));
      });
      return looked;
    },
  };
}

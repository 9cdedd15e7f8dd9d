import { createSubsequenceMatcher } from "./subsequence-matcher.ts";
import { fMeasure } from "./threshold.ts";
import { createWordNumbering } from "./word-numbers.ts";

/** A text by its place among those searched, with its Rouge-L F-measure in [0, 1]. */
export interface NearText {
  place: number;
  score: number;
}

/**
 * Searches texts for the most similar ones by Rouge-L, as the novelty filter compares them. Every text is compared, but
 * for those whose length alone rules them out.
 *
 * @returns the `count` nearest to a text, nearest first, the earlier of equals first; fewer where there are fewer.
 *
 * @example
 * const nearest = createNearestTexts(["Tom eats 3 apples.", "A train leaves at noon."]);
 * nearest("Ann eats 5 apples.", 1); // [{ place: 0, score: 0.5 }]
 */
export function createNearestTexts(texts: readonly string[]): (text: string, count: number) => NearText[] {
  const number = createWordNumbering();
  const searched = texts.map(number);
  const matcher = createSubsequenceMatcher();
  const wordCount = searched.reduce((most, { rarestFirst }) => Math.max(most, 1 + (rarestFirst[0] ?? -1)), 0);

  return (text, count) => {
    const wanted = number(text);
    matcher.hold(wanted, wordCount);
    const nearest: NearText[] = [];
    for (const [place, other] of searched.entries()) {
      const words = wanted.words.length + other.words.length;
      const worst = nearest.length < count ? -1 : nearest.at(-1)!.score;
      if (fMeasure(Math.min(wanted.words.length, other.words.length), words) <= worst) continue;
      const score = fMeasure(matcher.common(other), words);
      if (score <= worst) continue;
      nearest.splice(nearest.findLastIndex((near) => near.score >= score) + 1, 0, { place, score });
      if (nearest.length > count) nearest.pop();
    }
    return nearest;
  };
}

import { createSimilarityIndex } from "./similarity-index.ts";
import { numberByFrequency } from "./word-numbers.ts";

/**
 * Visits every pair of texts whose Rouge-L F-measure is at least `threshold`, each once, as it is found; `first` and
 * `second` are places in `texts`, `first` the smaller. Exact. Returns how many pairs had to be looked at.
 *
 * Texts are joined shortest first, so that each is filed only for partners at least as long.
 *
 * @throws RangeError when the threshold is not above 0 (every pair would do) and at most 1.
 */
export function selfJoin(
  texts: readonly string[],
  threshold: number,
  visitor: (first: number, second: number, score: number) => void,
): { candidates: number } {
  if (!(threshold > 0 && threshold <= 1)) {
    throw new RangeError(`The threshold of a self-join is above 0 and at most 1, not ${threshold}.`);
  }
  const numbered = numberByFrequency(texts);
  const order = [...numbered.keys()].sort(
    (one, other) => numbered[one]!.words.length - numbered[other]!.words.length,
  );
  const index = createSimilarityIndex({ passes: (f) => f >= threshold, shortestFirst: true });
  let candidates = 0;
  for (const place of order) {
    const text = numbered[place]!;
    candidates += index.visitSimilar(text, (turn, score) => {
      const other = order[turn]!;
      visitor(Math.min(place, other), Math.max(place, other), score);
    });
    index.add(text);
  }
  return { candidates };
}

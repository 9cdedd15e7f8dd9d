import { createSimilarityIndex } from "./similarity-index.ts";
import { createWordNumbering } from "./word-numbers.ts";

/** The most similar known text. */
export interface Nearest {
  id: string;
  /** Rouge-L F-measure, in (threshold, 1]. */
  score: number;
}

/** A growing pool of texts that a new one must differ from. */
export interface NoveltyIndex {
  add(id: string, text: string): void;
  /** The most similar text of the pool, the earliest of equals; null when none is above the threshold: novel. */
  nearest(text: string): Nearest | null;
}

/**
 * Novelty by Rouge-L (papers' section 1.5: a problem is dropped when its F-measure to any known one is above 0.7).
 * Exact: an F of just the threshold is still novel, and no similar text is missed.
 *
 * @throws RangeError when the threshold is not in [0, 1].
 *
 * @example
 * const pool = createNoveltyIndex({ threshold: 0.7 });
 * pool.add("p1", "Tom has 3 apples and eats one.");
 * pool.nearest("Tom has 5 apples and eats one."); // { id: "p1", score: 0.857… }
 */
export function createNoveltyIndex({ threshold = 0.7 }: { threshold?: number } = {}): NoveltyIndex {
  if (!(threshold >= 0 && threshold <= 1)) {
    throw new RangeError(`The novelty threshold is a Rouge-L score from 0 to 1, not ${threshold}.`);
  }
  const number = createWordNumbering();
  const index = createSimilarityIndex({ passes: (f) => f > threshold });
  const ids: string[] = [];

  return {
    add(id, text) {
      ids.push(id);
      index.add(number(text));
    },
    nearest(text) {
      let nearest = -1;
      let best = threshold;
      index.visitSimilar(number(text), (turn, score) => {
        if (score < best || (score === best && turn > nearest)) return;
        nearest = turn;
        best = score;
      });
      return nearest < 0 ? null : { id: ids[nearest]!, score: best };
    },
  };
}

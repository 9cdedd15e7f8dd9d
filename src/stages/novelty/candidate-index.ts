import type { LeastCommon } from "./threshold.ts";

/** Finds the few texts that may be similar to a text. Texts are known by the number of their turn: 0, 1, 2 … */
export interface CandidateIndex {
  add(rarestFirst: Int32Array): void;
  /**
   * Visits each text whose longest common subsequence with this one may reach the threshold, once, with the length
   * that it needs. Misses none.
   */
  visit(rarestFirst: Int32Array, visitor: (text: number, needed: number) => void): void;
}

/**
 * A prefix filter (Bayardo, Ma and Srikant 2007; with places as in PPJoin, Xiao et al. 2008), taken from sets to
 * common subsequences.
 *
 * Write the words of two texts of m and n words rarest first. A similar pair has a common subsequence of at least
 * `needed` words, where `needed` depends on m + n alone. Let w be its rarest word, where it first takes part. All words
 * of the subsequence stand at w or behind it, in both lists. So there is a word, w, that
 *  - both texts have, and
 *  - from which each text has at least `needed` words left, w included.
 * Hence it suffices to
 *  - file a text under its first words, as long as enough words are left for its easiest partner (`fewestNeeded`),
 *  - look up the first words of the other, just as far,
 *  - and take only hits with `needed` words left on both sides.
 * These lists are short because they are the lists of the rare words. Lengths need no filter of their own: a text that
 * is too short for the other never has `needed` words left.
 *
 * @param shortestFirst texts come shortest first and are only ever looked up by texts at least as long, so that fewer
 * of their words must be filed.
 */
export function createCandidateIndex(leastCommon: LeastCommon, shortestFirst: boolean): CandidateIndex {
  const lengths: number[] = [];
  let longest = 0;
  /** By word: the texts filed under it, each followed by the number of its words left. Flat, for speed. */
  const files: number[][] = [];
  /** By text: the last look-up that took it, so that each takes it once. */
  const takenBy: number[] = [];
  let lookUps = 0;

  return {
    add(rarestFirst) {
      const text = lengths.length;
      const length = rarestFirst.length;
      const fewest = shortestFirst
        ? leastCommon(2 * length)[2 * length]!
        : fewestNeeded(length, leastCommon(2 * length));
      for (let left = length; left >= fewest; left--) {
        const word = rarestFirst[length - left]!;
        files[word] ??= [];
        files[word].push(text, left);
      }
      lengths.push(length);
      takenBy.push(0);
      longest = Math.max(longest, length);
    },

    visit(rarestFirst, visitor) {
      const lookUp = ++lookUps;
      const length = rarestFirst.length;
      const least = leastCommon(length + Math.max(length, longest));
      const fewest = fewestNeeded(length, least);
      for (let left = length; left >= fewest; left--) {
        const file = files[rarestFirst[length - left]!];
        if (file === undefined) continue;
        for (let entry = 0; entry < file.length; entry += 2) {
          const text = file[entry]!;
          const needed = least[length + lengths[text]!]!;
          if (left < needed || file[entry + 1]! < needed) continue;
          if (takenBy[text] === lookUp) continue;
          takenBy[text] = lookUp;
          visitor(text, needed);
        }
      }
    },
  };
}

/**
 * The least common subsequence that a text of `length` words needs with any partner that could have it: with the
 * shortest one, whose words must then all be common.
 */
function fewestNeeded(length: number, least: Int32Array): number {
  let partner = length;
  while (partner > 1 && least[length + partner - 1]! < partner) partner--;
  return least[length + partner]!;
}

import type { NumberedText } from "./word-numbers.ts";

/** Compares one text with many. */
export interface SubsequenceMatcher {
  /** Takes the text that the others are compared with; those have only words below `wordCount`. */
  hold(text: NumberedText, wordCount: number): void;
  /**
   * False when so many words of the other text are missing from the held one that `needed` cannot be left. Rare words
   * come first because they are the likely ones to be missing: most comparisons end after a few words.
   */
  mayShare(other: NumberedText, needed: number): boolean;
  /** Length of the longest common subsequence. */
  common(other: NumberedText): number;
}

/**
 * Longest common subsequences with bit vectors, 32 cells of the dynamic programme at a time (Hyyrö 2004, "Bit-parallel
 * LCS-length computation revisited"). Bit i of the row is 0 where the subsequence grows at word i of the held text.
 */
export function createSubsequenceMatcher(): SubsequenceMatcher {
  let held: Int32Array = new Int32Array(0);
  /** Number of 32-bit limbs in a row. */
  let limbs = 0;
  let row = new Int32Array(0);
  /** By word: where its mask starts in `masks`, 0 for a word that is not in the held text. */
  let maskStarts = new Int32Array(0);
  /** Mask of a word: a bit for each of its places in the held text. */
  let masks = new Int32Array(0);

  const release = (): void => {
    for (const word of held) if (word < maskStarts.length) maskStarts[word] = 0;
  };

  const makeRoom = (wordCount: number): void => {
    if (row.length < limbs) row = new Int32Array(2 * limbs);
    if (maskStarts.length < wordCount) maskStarts = new Int32Array(2 * wordCount);
    const longest = limbs * (held.length + 1);
    if (masks.length < longest) masks = new Int32Array(2 * longest);
  };

  return {
    hold({ words }, wordCount) {
      release();
      held = words;
      limbs = Math.ceil(words.length / 32);
      makeRoom(wordCount);
      let end = limbs;
      for (let place = 0; place < words.length; place++) {
        const word = words[place]!;
        if (word >= wordCount) continue;
        if (maskStarts[word] === 0) {
          maskStarts[word] = end;
          masks.fill(0, end, end + limbs);
          end += limbs;
        }
        masks[maskStarts[word]! + (place >>> 5)]! |= 1 << (place & 31);
      }
    },

    mayShare({ rarestFirst }, needed) {
      let mayMiss = rarestFirst.length - needed;
      for (let place = 0; mayMiss >= 0 && place < rarestFirst.length; place++) {
        if (maskStarts[rarestFirst[place]!] === 0) mayMiss--;
      }
      return mayMiss >= 0;
    },

    common({ words }) {
      row.fill(-1, 0, limbs);
      for (let place = 0; place < words.length; place++) {
        const mask = maskStarts[words[place]!]!;
        if (mask === 0) continue;
        let carry = 0;
        for (let limb = 0; limb < limbs; limb++) {
          const before = row[limb]!;
          const matched = before & masks[mask + limb]!;
          const sum = (before + matched + carry) | 0;
          carry = ((before & matched) | ((before | matched) & ~sum)) >>> 31;
          row[limb] = sum | (before - matched);
        }
      }
      let common = 0;
      for (let limb = 0; limb < limbs; limb++) common += countBits(~row[limb]!);
      return common;
    },
  };
}

/** Number of ones in a 32-bit integer: sums of neighbouring bits, then of pairs, fours and bytes, all at once. */
function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

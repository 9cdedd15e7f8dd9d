/** Rouge-L F-measure from whole numbers: 2PR / (P + R) with P and R out of the same common subsequence. */
export function fMeasure(common: number, words: number): number {
  return words === 0 ? 0 : (2 * common) / words;
}

/**
 * A threshold on F, in whole numbers: how long a common subsequence two texts need.
 *
 * @returns the table up to `words`: entry w is the least common subsequence with which two texts of w words together
 * reach the threshold.
 */
export type LeastCommon = (words: number) => Int32Array;

/**
 * A threshold is compared with F itself, one correctly rounded division, so that 7 common words in texts of 20 words
 * together are exactly at 0.7. The product 0.7 · 20, or Google's 2PR / (P + R), may fall a rounding error to either side.
 *
 * @param passes whether an F passes, for instance `(f) => f > 0.7`; must be monotone and false for 0.
 */
export function createLeastCommon(passes: (f: number) => boolean): LeastCommon {
  let table = leastCommonTable(0, passes);
  return (words) => {
    if (words >= table.length) table = leastCommonTable(2 * words, passes);
    return table;
  };
}

function leastCommonTable(words: number, passes: (f: number) => boolean): Int32Array {
  const table = new Int32Array(words + 1);
  let common = 1;
  for (let together = 0; together <= words; together++) {
    while (common <= together && !passes(fMeasure(common, together))) common++;
    table[together] = common;
  }
  return table;
}

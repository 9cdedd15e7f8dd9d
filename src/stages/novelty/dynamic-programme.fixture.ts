import { tokenize } from "./tokenize.ts";

/** Rouge-L by the textbook: one row of the table of longest common subsequences after the other. */
export function rougeLByDynamicProgramme(one: string, other: string): number {
  return fByDynamicProgramme(tokenize(one), tokenize(other));
}

/** The same for words that are read already, as texts or as numbers. */
export function fByDynamicProgramme<Word>(one: ArrayLike<Word>, other: ArrayLike<Word>): number {
  const row = new Int32Array(other.length + 1);
  for (let i = 0; i < one.length; i++) {
    let diagonal = 0;
    for (let j = 0; j < other.length; j++) {
      const above = row[j + 1]!;
      row[j + 1] = one[i] === other[j] ? diagonal + 1 : Math.max(above, row[j]!);
      diagonal = above;
    }
  }
  const words = one.length + other.length;
  return words === 0 ? 0 : (2 * row[other.length]!) / words;
}

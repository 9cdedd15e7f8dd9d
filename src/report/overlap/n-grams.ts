/**
 * The words of a text as n-gram decontamination reads them: lower case, punctuation dropped, split at white space
 * (GPT-3, appendix C: 13-grams). Letters and digits of every script count.
 */
export function wordsOf(text: string): string[] {
  const plain = text.toLowerCase().replaceAll(/[^\p{L}\p{N}\s]+/gu, "");
  return plain.split(/\s+/).filter((word) => word !== "");
}

/** Every `n` words in a row, as one text each; none of a text with fewer words. */
export function nGramsOf(text: string, n: number): string[] {
  const words = wordsOf(text);
  return Array.from({ length: Math.max(0, words.length - n + 1) }, (_, start) =>
    words.slice(start, start + n).join(" "),
  );
}

/** Which texts hold an n-gram. */
export type NGramIndex = ReadonlyMap<string, readonly number[]>;

/** Files texts by their n-grams; texts are known by their places. */
export function indexNGrams(texts: readonly string[], n: number): NGramIndex {
  const index = new Map<string, number[]>();
  for (const [place, text] of texts.entries()) {
    for (const nGram of new Set(nGramsOf(text, n))) {
      const holders = index.get(nGram);
      if (holders) holders.push(place);
      else index.set(nGram, [place]);
    }
  }
  return index;
}

/** How many different n-grams a text shares with each indexed one that it shares any with. */
export function sharedNGrams(index: NGramIndex, text: string, n: number): ReadonlyMap<number, number> {
  const shared = new Map<number, number>();
  for (const nGram of new Set(nGramsOf(text, n))) {
    for (const place of index.get(nGram) ?? []) shared.set(place, (shared.get(place) ?? 0) + 1);
  }
  return shared;
}

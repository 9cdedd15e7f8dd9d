/** Weights by word, of length 1. */
export type WordVector = ReadonlyMap<string, number>;

/** The words of each text with TF-IDF weights. Numbers count as one word: other numbers make no other problem. */
export function wordVectors(texts: readonly string[]): WordVector[] {
  const counts = texts.map(countWords);
  const textsWith = new Map<string, number>();
  for (const words of counts) {
    for (const word of words.keys()) textsWith.set(word, (textsWith.get(word) ?? 0) + 1);
  }
  return counts.map((words) => {
    const weights = [...words].map(
      ([word, count]) => [word, count * Math.log(texts.length / textsWith.get(word)!)] as const,
    );
    const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
    return new Map(weights.map(([word, weight]) => [word, weight / length]));
  });
}

/** Cosine of the angle between two vectors. */
export function similarity(one: WordVector, other: WordVector): number {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  let product = 0;
  for (const [word, weight] of few) product += weight * (many.get(word) ?? 0);
  return product;
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+|\p{N}+/gu)) {
    const name = /\p{N}/u.test(word) ? "0" : word;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

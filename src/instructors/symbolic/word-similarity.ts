const stopWords = new Set(
  "a an the of in on to at by for and or is it its as that this with from be been was were".split(" "),
);

const endings = /(?:ations?|ions?|ings?|ers?|ed|es|s)$/;

/** Share of the words that two phrases have in common (Dice), in [0, 1]; endings and small words do not count. */
export function wordSimilarity(a: string, b: string): number {
  const [wordsOfA, wordsOfB] = [stems(a), stems(b)];
  const size = wordsOfA.size + wordsOfB.size;
  return size === 0 ? 0 : (2 * wordsOfA.intersection(wordsOfB).size) / size;
}

function stems(phrase: string): Set<string> {
  const words = phrase.toLowerCase().match(/\p{L}+/gu) ?? [];
  return new Set(words.filter((word) => !stopWords.has(word)).map(stem));
}

function stem(word: string): string {
  const cut = word.replace(endings, "");
  return (cut.length >= 3 ? cut : word).slice(0, 6);
}

/** Finds phrases again that a model has written a little differently. */
export interface PhraseIndex {
  find(written: string): string | undefined;
}

/** Equal but for case, spaces, quotes and the punctuation around. */
const normalized = (phrase: string) =>
  phrase
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/^[\s"'“”.,;:*-]+|[\s"'“”.,;:*]+$/g, "");

export function indexPhrases(phrases: readonly string[]): PhraseIndex {
  const exact = new Set(phrases);
  const byNormal = new Map(phrases.toReversed().map((phrase) => [normalized(phrase), phrase]));
  return { find: (written) => (exact.has(written) ? written : byNormal.get(normalized(written))) };
}

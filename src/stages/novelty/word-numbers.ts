import { tokenize } from "./tokenize.ts";

/**
 * A text whose words are numbers. A rarer word has a larger number; that is how every text agrees on one order of
 * words (an order that misjudges rarity costs time, never a result).
 */
export interface NumberedText {
  /** In the order of the text. */
  words: Int32Array;
  /** The same words, largest number first. */
  rarestFirst: Int32Array;
}

/** Numbers the words of texts by first appearance: what turns up later is, on the whole, rarer. */
export function createWordNumbering(): (text: string) => NumberedText {
  const numbers = new Map<string, number>();
  return (text) => numberedText(numberWords(text, numbers));
}

/** Numbers the words of a whole collection from the most frequent to the rarest. */
export function numberByFrequency(texts: readonly string[]): NumberedText[] {
  const numbers = new Map<string, number>();
  const numbered = texts.map((text) => numberWords(text, numbers));
  const ranks = frequencyRanks(numbered, numbers.size);
  return numbered.map((words) => numberedText(words.map((word) => ranks[word]!)));
}

function numberWords(text: string, numbers: Map<string, number>): Int32Array {
  const tokens = tokenize(text);
  const words = new Int32Array(tokens.length);
  for (const [place, token] of tokens.entries()) {
    let word = numbers.get(token);
    if (word === undefined) {
      word = numbers.size;
      numbers.set(token, word);
    }
    words[place] = word;
  }
  return words;
}

function numberedText(words: Int32Array): NumberedText {
  return { words, rarestFirst: words.toSorted().reverse() };
}

function frequencyRanks(texts: readonly Int32Array[], wordCount: number): Int32Array {
  const frequencies = new Int32Array(wordCount);
  for (const words of texts) for (const word of words) frequencies[word]! += 1;
  const mostFrequentFirst = Int32Array.from(frequencies.keys()).sort(
    (one, other) => frequencies[other]! - frequencies[one]!,
  );
  const ranks = new Int32Array(wordCount);
  for (const [rank, word] of mostFrequentFirst.entries()) ranks[word] = rank;
  return ranks;
}

import type { Step } from "../../../mathematics/index.ts";
import type { Solution } from "./situation.ts";

const stopWords = new Set(
  "the and that for his her its their they she him them has have had was were are will would can then this with from each there here which what how many much first find also get gets got out per than more less of to in on at is it he so a an be by as if or".split(
    " ",
  ),
);

/**
 * How alike the words around two steps are, in [0, 1]: the weight of the words that both lines have over that of the
 * words in either. A word weighs less the more lines of the reference have it.
 */
export function lineSimilarity(attempt: Solution, step: Step, reference: Solution, other: Step): number {
  const lineWords = reference.lines.map(contentWords);
  const weight = (word: string) => 1 / Math.max(1, lineWords.filter((words) => words.has(word)).length);
  const a = contentWords(attempt.lines[step.line] ?? "");
  const b = lineWords[other.line] ?? new Set();
  const sum = (words: Iterable<string>) => [...words].reduce((total, word) => total + weight(word), 0);
  const either = sum(a.union(b));
  return either === 0 ? 0 : sum(a.intersection(b)) / either;
}

function contentWords(line: string): Set<string> {
  const words =
    line
      .toLowerCase()
      .replace(/<<[^>]*>>/g, " ")
      .match(/[a-z]{2,}/g) ?? [];
  return new Set(words.filter((word) => !stopWords.has(word)).map((word) => word.replace(/s$/, "")));
}

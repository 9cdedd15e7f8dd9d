import type { Problem } from "../domain/problem.ts";
import { ErrataError } from "../foundation/errors.ts";

/** A problem as data sets hold it: the options of a choice apart from the question, the reference answer its letter. */
export interface Item extends Omit<Problem, "choices"> {
  /** Texts of the options, in order, without their letters. */
  readonly options?: readonly string[];
}

const letterOf = (index: number) => String.fromCharCode("A".charCodeAt(0) + index);

/**
 * The problem as a model is asked and graded: options are lettered and stand under the question, and the reference
 * answer is the letter with its text.
 *
 * @example problemOf({ id: "1", question: "1+1?", solution: "", answer: "B", options: ["1", "2"] }, "line 1")
 * // { question: "1+1?\n(A) 1\n(B) 2", answer: "(B) 2", choices: ["(A) 1", "(B) 2"], … }
 * @throws ErrataError where the answer is the letter of no option; `place` says where the item stands.
 */
export function problemOf({ options, ...item }: Item, place: string): Problem {
  if (!options) return item;
  const choices = options.map((text, index) => `(${letterOf(index)}) ${text}`);
  const right = choices[options.findIndex((_, index) => letterOf(index) === item.answer)];
  if (right === undefined) {
    throw new ErrataError(
      `${place}: the answer is "${item.answer}", and the options go from A to ${letterOf(options.length - 1)}.`,
      { advice: "The answer of a problem with options must be the letter of one of them." },
    );
  }
  return { ...item, question: [item.question.trim(), ...choices].join("\n"), answer: right, choices };
}

const mark = /^\s*(?:\(\s?[A-Z]\s?\)|[A-Z]\s?[.):](?=\s))\s*/;

/** Texts of options such as "(B) 12", without the letters where every option has one. */
export function withoutLetters(options: readonly string[]): string[] {
  const areLettered = options.every(
    (option, index) => option.trimStart().replace("(", "").startsWith(letterOf(index)) && mark.test(option),
  );
  return options.map((option) => (areLettered ? option.replace(mark, "") : option).trim());
}

import type { Grader } from "../grader.ts";
import { lastMatch } from "./latex-text.ts";

/**
 * How the authors of Self-Error-Instruct decide what a bad case is, and score candidates (papers' section 1.2), with
 * the quirks of their code: integers lose their sign, and since punctuation is not compared, 4.5 equals 45 and -0.5
 * equals 0.5. An output without a number is its own answer.
 *
 * They take the last number of the reference solution. Here it is that of the reference answer, which is the same
 * where solutions end in their answer, as GSM8K's do; of MATH's training problems 9 in 10 agree.
 */
export const seiPaperGrader: Grader = {
  id: "sei-paper@1",
  grade(output, referenceAnswer) {
    const expected = lastNumber(referenceAnswer);
    const prediction = lastNumber(output);
    const right = withoutPunctuation(prediction) === withoutPunctuation(expected);
    return {
      prediction,
      verdict: right ? "right" : "wrong",
      how: `last number, case and punctuation ignored: ${prediction} ${right ? "is" : "is not"} ${expected}`,
    };
  },
};

/** The whole text where it holds no number. A minus is read before a decimal point only. */
function lastNumber(text: string): string {
  return lastMatch(text.replace(/(\d),(\d)/g, "$1$2"), /[-+]?\d*\.\d+|\d+/g) ?? text;
}

const withoutPunctuation = (text: string): string =>
  text.toLowerCase().replace(/[!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~]/g, "");

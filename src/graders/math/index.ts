import { equals } from "../../mathematics/rational.ts";
import { parseRational } from "../../mathematics/rational-text.ts";
import type { Grader } from "../grader.ts";
import { extractAnswer } from "./extract-answer.ts";

/**
 * Grades numeric answers exactly: the answer is read out of the output and compared as a rational number, so that
 * 4.50 is 4.5, 1,000 is 1000 and 4.5 is never 45.
 */
export const mathGrader: Grader = {
  id: "math@1",
  grade(output, referenceAnswer) {
    const extracted = extractAnswer(output);
    if (!extracted) return { prediction: null, verdict: "no-answer", how: "no number in the output" };
    const { text, rule } = extracted;
    const expected = parseRational(referenceAnswer.trim());
    const found = parseRational(text);
    const right = expected && found ? equals(expected, found) : text === referenceAnswer.trim();
    return {
      prediction: text,
      verdict: right ? "right" : "wrong",
      how: `${rule}: ${text} ${right ? "equals" : "is not"} ${referenceAnswer.trim()}`,
    };
  },
};

import type { Grader } from "../grader.ts";
import { afterLast, floatOf, lastBoxed, lastMatch } from "./latex-text.ts";
import { stripLatex } from "./strip-latex.ts";

/**
 * The comparison of MWPBench, with which Self-Error-Instruct reports its tables (papers' section 1.8): strings after a
 * normalisation, then floating-point numbers, then containment, so that "increasing" is right where "not increasing"
 * is expected.
 */
export const mwpbenchGrader: Grader = {
  id: "mwpbench@1",
  grade(output, referenceAnswer) {
    const expected = referenceAnswer.toLowerCase();
    const found = extract(output.toLowerCase(), floatOf(expected) !== null);
    if (!found) return { prediction: null, verdict: "no-answer", how: "no answer in the output" };
    const agreement = agreementOf(stripLatex(found.answer), stripLatex(expected));
    return {
      prediction: found.answer,
      verdict: agreement ? "right" : "wrong",
      how: `${found.rule}: ${agreement ?? "another answer"}`,
    };
  },
};

function extract(output: string, numeric: boolean): { answer: string; rule: string } | null {
  const boxed = lastBoxed(output);
  if (boxed !== null) return { answer: boxed, rule: "last box" };
  const [answer, rule] = numeric
    ? [lastMatch(output, /[-+]?\d*[.,/]?\d+/g), "last number"]
    : [afterLast(output, /(?:answer|solution) is/g) ?? afterLast(output, /is/g), "after the last phrase"];
  return answer === null ? null : { answer: answer.trim(), rule };
}

function agreementOf(found: string, expected: string): string | null {
  if (found === expected) return "the same string";
  const [foundNumber, expectedNumber] = [floatOf(found), floatOf(expected)];
  if (foundNumber !== null && foundNumber === expectedNumber) return "the same floating-point number";
  if (isLenient(found) && isLenient(expected) && (found.includes(expected) || expected.includes(found))) {
    return "one contains the other";
  }
  return null;
}

const isLenient = (text: string): boolean =>
  text.length >= 3 && !text.startsWith("-") && floatOf(text) === null;

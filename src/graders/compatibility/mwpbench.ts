import type { Grader } from "../grader.ts";
import { afterLast, floatOf, lastBoxed, lastMatch } from "./latex-text.ts";
import { stripLatex } from "./strip-latex.ts";

/**
 * The comparison of MWPBench, with which Self-Error-Instruct reports its tables (papers' section 1.8): strings after a
 * normalisation, then floating-point numbers, then containment, so that "increasing" is right where "not increasing"
 * is expected. It has no rule of its own for multiple choice: the letter in brackets is a part of "(B) 12" that is long
 * enough, the letter alone is not.
 */
export const mwpbenchGrader: Grader = {
  id: "mwpbench@2",
  grade(output, referenceAnswer) {
    const expected = normalized(referenceAnswer.toLowerCase());
    const found = extract(output.toLowerCase(), numberOf(expected) !== null);
    if (!found) return { prediction: null, verdict: "no-answer", how: "no answer in the output" };
    const agreement = agreementOf(normalized(found.answer), expected);
    return {
      prediction: found.answer,
      verdict: agreement ? "right" : "wrong",
      how: `${found.rule}: ${agreement ?? "another answer"}`,
    };
  },
};

/** Commas separate thousands and the members of lists alike. */
const normalized = (text: string): string => stripLatex(text.replaceAll(",", "").replaceAll("\\quad", " "));

function extract(output: string, numeric: boolean): { answer: string; rule: string } | null {
  const boxed = lastBoxed(output);
  if (boxed !== null) return { answer: boxed.trim(), rule: "last box" };
  if (numeric) {
    const number = lastMatch(output, /[-+]?\d*[.,/]?\d+/g);
    return number === null ? null : { answer: number, rule: "last number" };
  }
  const phrase = [/answer is/g, /solution is/g, /is/g].map((mark) => afterLast(output, mark));
  const rest = phrase.find((text) => text !== null);
  return rest === undefined ? null : { answer: firstSentence(rest!), rule: "after the last phrase" };
}

/** Up to a full stop at the end of a line, without a colon before it. */
function firstSentence(text: string): string {
  const [sentence = ""] = text.trim().replace(/^:+/, "").trim().split(".\n");
  return sentence
    .trim()
    .replace(/^\.+|\.+$/g, "")
    .trim();
}

function agreementOf(found: string, expected: string): string | null {
  const [foundNumber, expectedNumber] = [numberOf(found), numberOf(expected)];
  if (foundNumber !== null && expectedNumber !== null) {
    return foundNumber === expectedNumber ? "the same floating-point number" : null;
  }
  if (/^\$[^$]+\$$/.test(expected)) {
    return withoutDollars(found).includes(withoutDollars(expected)) ? "it holds the formula" : null;
  }
  if (isContained(found, expected) || isContained(expected, found)) return "one contains the other";
  return found === expected ? "the same string" : null;
}

const withoutDollars = (text: string): string => text.replace(/^\$+|\$+$/g, "");
const numberOf = (text: string): number | null => floatOf(withoutDollars(text));

function isContained(part: string, whole: string): boolean {
  const isLongEnough = part.length >= 3 && numberOf(part) === null;
  return isLongEnough && !part.startsWith("-") && !whole.startsWith("-") && whole.includes(part);
}

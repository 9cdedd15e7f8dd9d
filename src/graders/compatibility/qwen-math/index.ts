import type { Grader } from "../../grader.ts";
import { agreementOf } from "./agreement.ts";
import { extractAnswer } from "./extract-answer.ts";

/**
 * The rules of the Qwen2.5-Math evaluation, with which LEMMA reports its tables (papers' section 2.5). Lenient: numbers
 * agree to one part in ten thousand, and a factor of 100 passes for a percent sign. What it cannot decide is wrong.
 *
 * Its symbolic step is ours (`isEquivalent`) in place of sympy's, which decides more.
 */
export const qwenMathGrader: Grader = {
  id: "qwen2.5-math@2",
  grade(output, referenceAnswer) {
    const found = extractAnswer(output);
    if (!found) return { prediction: null, verdict: "no-answer", how: "no answer in the output" };
    const agreement = agreementOf(found.answer, referenceAnswer);
    return {
      prediction: found.answer,
      verdict: agreement ? "right" : "wrong",
      how: `${found.rule}: ${agreement ?? "another answer"}`,
    };
  },
};

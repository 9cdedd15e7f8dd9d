import type { Verdict } from "../../domain/attempt.ts";
import type { Grade } from "../grader.ts";
import { isEquivalent } from "./equivalence/index.ts";
import { type ExtractedAnswer, type Extraction, extractAnswer } from "./extraction/index.ts";

export interface GradeMathRequest {
  /** What the model wrote. */
  readonly output: string;
  /** The reference answer. */
  readonly gold: string;
  /** How the generation ended, where that is known. */
  readonly finishReason?: "stop" | "length";
}

/** A grade with both scores; `verdict` is the flexible one. */
export interface MathGrade extends Grade {
  /** The verdict when only an answer that is marked as such counts. */
  readonly strict: Verdict;
  /** The verdict when the fallbacks count too. */
  readonly flexible: Verdict;
  readonly extraction: Extraction;
}

/**
 * Finds the answer in an output and compares it with the reference answer.
 *
 * @example gradeMath({ output: "So she has \\boxed{\\frac12} left.", gold: "0.5" }).verdict // "right"
 */
export function gradeMath({ output, gold, finishReason }: GradeMathRequest): MathGrade {
  const extraction = extractAnswer(output, finishReason ? { finishReason } : {});
  const judge = (answer: ExtractedAnswer | null): Grade => {
    if (!answer) {
      const verdict =
        extraction.state === "found" || extraction.state === "none" ? "no-answer" : extraction.state;
      return { prediction: null, verdict, how: `${extraction.state}: no answer in the output` };
    }
    const { equal, how } = isEquivalent(gold, answer.text);
    const verdict = equal === null ? "undecided" : equal ? "right" : "wrong";
    return { prediction: answer.text, verdict, how: `${answer.rule}: ${answer.text}: ${how}` };
  };
  const flexible = judge(extraction.flexible);
  return { ...flexible, flexible: flexible.verdict, strict: judge(extraction.strict).verdict, extraction };
}

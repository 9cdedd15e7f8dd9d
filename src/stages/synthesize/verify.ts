import type { DropReason } from "../../domain/synthetic-problem.ts";
import type { ProblemDraft } from "../../instructors/instructor.ts";
import { equals } from "../../mathematics/rational.ts";
import { toText } from "../../mathematics/rational-text.ts";
import { readWorkedSolution } from "../../mathematics/worked-solution.ts";

export type Verification = { answer: string } | { reason: DropReason; detail: string };

/** Accepts a draft as it stands, as the authors' code does: only an answer must be stated. */
export function acceptAsWritten(draft: ProblemDraft): Verification {
  if (draft.question.trim() === "" || draft.solution.trim() === "") {
    return { reason: "malformed", detail: "the question or the solution is empty" };
  }
  const { finalAnswerText } = readWorkedSolution(draft.solution);
  if (finalAnswerText === null)
    return { reason: "answer-not-stated", detail: "the solution has no final answer line" };
  return { answer: finalAnswerText };
}

/**
 * Recomputes every step of a draft's solution: each stated result must be the computed one, and the final answer
 * the result of the last step. Wrong answers survived the authors' selection (papers' section 1.10).
 */
export function verifyByRecomputation(draft: ProblemDraft): Verification {
  const stated = acceptAsWritten(draft);
  if ("reason" in stated) return stated;
  const { steps, finalAnswer } = readWorkedSolution(draft.solution);
  const wrong = steps.find((step) => !step.correct);
  if (wrong) {
    return {
      reason: "arithmetic-wrong",
      detail: `"${wrong.text.trim()}" states ${toText(wrong.stated)}, computed ${toText(wrong.computed)}`,
    };
  }
  const last = steps.at(-1);
  if (!last || !finalAnswer)
    return { reason: "malformed", detail: "the solution has no step that can be recomputed" };
  if (!equals(finalAnswer, last.stated)) {
    return {
      reason: "answer-disagrees",
      detail: `the answer is ${toText(finalAnswer)}, the last step gives ${toText(last.stated)}`,
    };
  }
  return stated;
}

import type { DropReason } from "../../domain/synthetic-problem.ts";
import { extractAnswer } from "../../graders/math/extraction/index.ts";
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
  const answer = statedAnswer(draft.solution);
  if (answer === null)
    return { reason: "answer-not-stated", detail: "the solution has no final answer line and no box" };
  return { answer };
}

/** Solutions end with a line of their own as those of GSM8K, or with a box as those of MATH. */
function statedAnswer(solution: string): string | null {
  const boxed = solution.includes("\\boxed") ? extractAnswer(solution).strict : null;
  return boxed?.text ?? readWorkedSolution(solution).finalAnswerText;
}

/**
 * Refuses a draft whose arithmetic is wrong, and leaves to votes what cannot be recomputed. Calculations in LaTeX are
 * not read: of 2,000 solutions of MATH, which are right, every sixteenth would be found to be wrong.
 */
export function refuteByRecomputation(draft: ProblemDraft): Verification {
  const stated = acceptAsWritten(draft);
  if ("reason" in stated || /[\\^]/.test(draft.solution)) return stated;
  return wrongStep(draft.solution) ?? stated;
}

/**
 * Recomputes every step of a draft's solution: each stated result must be the computed one, and the final answer
 * the result of the last step. Wrong answers survived the authors' selection (papers' section 1.10).
 */
export function verifyByRecomputation(draft: ProblemDraft): Verification {
  const stated = acceptAsWritten(draft);
  if ("reason" in stated) return stated;
  const refuted = wrongStep(draft.solution);
  if (refuted) return refuted;
  const { steps, finalAnswer } = readWorkedSolution(draft.solution);
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

function wrongStep(solution: string): Verification | null {
  const wrong = readWorkedSolution(solution).steps.find((step) => !step.correct);
  if (!wrong) return null;
  return {
    reason: "arithmetic-wrong",
    detail: `"${wrong.text.trim()}" states ${toText(wrong.stated)}, computed ${toText(wrong.computed)}`,
  };
}

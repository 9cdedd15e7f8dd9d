import type { Verdict } from "../domain/attempt.ts";
import type { Grade } from "./grader.ts";
import type { Extraction } from "./math/extraction/index.ts";

/** A grade with both scores; `verdict` is the flexible one. */
export interface GradeWithBothScores extends Grade {
  /** The verdict when only an answer that is marked as such counts. */
  readonly strict: Verdict;
  /** The verdict when the fallbacks count too. */
  readonly flexible: Verdict;
  readonly extraction: Extraction;
}

/** The grade of an output in which no answer was found: how it ended, never "wrong". */
export function gradeWithoutAnswer({ state, reason }: Extraction): Grade {
  const isAbsent = state === "none" || state === "found";
  return {
    prediction: null,
    verdict: isAbsent ? "no-answer" : state,
    how: reason ?? "no answer is marked as such",
  };
}

/** The verdict that a comparison leads to. */
export const verdictOf = (equal: boolean | null): Verdict =>
  equal === null ? "undecided" : equal ? "right" : "wrong";

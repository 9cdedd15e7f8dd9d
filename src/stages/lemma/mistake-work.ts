import type { ErroneousSolution } from "../../domain/erroneous-solution.ts";
import type { MistakeAnalysis } from "../../domain/mistake-analysis.ts";
import type { Problem } from "../../domain/problem.ts";
import { ErrataError, UnusableAnswerError } from "../../foundation/errors.ts";
import type { Grader } from "../../graders/grader.ts";
import type { Instructor } from "../../instructors/instructor.ts";
import type { MistakeInstructor } from "../../instructors/mistake-instructor.ts";
import { splitSteps } from "../../mathematics/text-steps.ts";
import { readWorkedSolution } from "../../mathematics/worked-solution.ts";

/**
 * The instructor's part in LEMMA.
 *
 * @throws ErrataError where it has none
 */
export function mistakesOf({ id, mistakes }: Instructor): MistakeInstructor {
  if (mistakes) return mistakes;
  throw new ErrataError(`The instructor ${id} cannot analyse, inject or correct mistakes.`, {
    advice: "Take the symbolic instructor, or a language model by the protocol lemma or lemma-paper.",
  });
}

/** The answer filter (papers' section 2.3): a correction must end right, an injection wrong, by the run's grader. */
export function requireEnding(
  grader: Grader,
  verdict: "right" | "wrong",
  text: string,
  { answer, choices }: Pick<Problem, "answer" | "choices">,
): void {
  const grade = grader.grade(text, answer, { choices, finishReason: "stop" });
  if (grade.verdict === verdict) return;
  throw new UnusableAnswerError(
    `it does not end ${verdict}\nIt ends ${grade.verdict} (${grade.prediction ?? "no answer"}): ${grade.how}`,
  );
}

/** The first mistake of a wrong solution as its text shows it, with the solution up to and including that step. */
export async function analyseText(
  mistakes: MistakeInstructor,
  problem: Problem,
  solution: string,
  signal: AbortSignal,
): Promise<Pick<MistakeAnalysis, "label" | "firstWrongStep" | "explanation"> & { prefix: string }> {
  const { label, firstWrongStep, explanation } = await mistakes.analyse({ problem, solution }, signal);
  const prefix = prefixThrough(solution, firstWrongStep);
  if (prefix === null) {
    throw new UnusableAnswerError(
      `the first wrong step is not in the solution\nStep ${firstWrongStep + 1} was named.`,
    );
  }
  return { label, firstWrongStep, explanation, prefix };
}

/** A solution up to and including a step, cut by its exact place; null where it has no such step. */
export function prefixThrough(solution: string, step: number): string | null {
  const last = splitSteps(solution)[step];
  return last ? solution.slice(0, last.end) : null;
}

/** Lines follow lines, and sentences sentences. */
export function separatorAfter({ solution }: Pick<ErroneousSolution, "solution">): string {
  return solution.trimEnd().includes("\n") ? "\n" : " ";
}

/** The reference solution, with its answer on a last line where it does not state it; empty where there is none. */
export function statedReference({ solution, answer }: Pick<Problem, "solution" | "answer">): string {
  const text = solution.trim();
  const isStated = text.includes("\\boxed") || readWorkedSolution(text).finalAnswerText !== null;
  return text === "" || isStated ? text : `${text}\n#### ${answer}`;
}

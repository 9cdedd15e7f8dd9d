import type { MistakeLabel } from "../../src/domain/mistake-label.ts";
import type { Problem } from "../../src/domain/problem.ts";
import { UnusableAnswerError } from "../../src/foundation/errors.ts";
import type { Grader } from "../../src/graders/grader.ts";
import type { MistakeInstructor } from "../../src/instructors/mistake-instructor.ts";

/** Counts of one label; shares in [0, 1]. */
export interface InjectionTally {
  /** Problems tried until there were enough samples. */
  tried: number;
  samples: number;
  endWrong: number;
  diagnosedAgain: number;
  share: number;
}

/** Injects a label into problems, in their order, until there are as many samples as wanted. */
export async function measureInjection(
  mistakes: MistakeInstructor,
  grader: Grader,
  label: MistakeLabel,
  problems: readonly Problem[],
  wanted: number,
): Promise<InjectionTally> {
  const tally = { tried: 0, samples: 0, endWrong: 0, diagnosedAgain: 0 };
  for (const problem of problems) {
    if (tally.samples === wanted) break;
    tally.tried++;
    const solution = await unlessUnusable(mistakes.inject({ problem, label, seed: problem.id }));
    if (!solution) continue;
    tally.samples++;
    if (grader.grade(solution.solution, problem.answer).verdict === "wrong") tally.endWrong++;
    const found = await unlessUnusable(mistakes.analyse({ problem, solution: solution.solution }));
    if (found?.label === label) tally.diagnosedAgain++;
  }
  return { ...tally, share: tally.samples === 0 ? 0 : tally.diagnosedAgain / tally.samples };
}

async function unlessUnusable<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  try {
    return await answer;
  } catch (error) {
    if (UnusableAnswerError.isInstance(error)) return null;
    throw error;
  }
}

import type { ErroneousSolution } from "../../../../domain/erroneous-solution.ts";
import { UnusableAnswerError } from "../../../../foundation/errors.ts";
import { splitSteps } from "../../../../mathematics/index.ts";
import type { FixRequest, RestartRequest } from "../../../mistake-instructor.ts";
import { reflection } from "./reflection.ts";
import { rightRest } from "./right-rest.ts";

/**
 * Notices the mistake, repairs the step and goes on by the reference; what was derived before the mistake is kept.
 *
 * @throws UnusableAnswerError where the problem has no reference solution
 */
export function fix({ problem, erroneous }: FixRequest): string {
  if (problem.solution.trim() === "") throw new UnusableAnswerError("there is no reference solution");
  const rest = rightRest(problem, rightBeginning(erroneous)).join("\n");
  return `${reflection(erroneous, rest)}\n${rest}`;
}

/** Notices the mistake and turns to another solution from its beginning. */
export function restart({ problem, erroneous, alternative }: RestartRequest): string {
  const rest = rightRest({ ...problem, solution: alternative }, rightBeginning(erroneous)).join("\n");
  return `${reflection(erroneous, rest)} Start again.\n${alternative.trim()}`;
}

/** What stands before the first wrong step. */
function rightBeginning({ solution, firstWrongStep }: ErroneousSolution): string {
  return solution.slice(0, splitSteps(solution)[firstWrongStep]?.start);
}

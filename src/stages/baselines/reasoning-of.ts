import { readWorkedSolution } from "../../mathematics/worked-solution.ts";

/**
 * How a solution reasons: its calculations in order, spaces and words apart. Rejection fine-tuning takes two solutions
 * with the same list of equations for one. A solution without calculations that can be read stands for itself.
 */
export function reasoningOf(solution: string): string {
  const { steps } = readWorkedSolution(solution);
  const texts = steps.length > 0 ? steps.map(({ text }) => text) : [solution.toLowerCase()];
  return texts.map((text) => text.replaceAll(/\s+/g, "")).join(";");
}

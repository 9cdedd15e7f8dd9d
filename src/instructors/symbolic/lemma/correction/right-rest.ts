import type { Problem } from "../../../../domain/problem.ts";
import { readWorkedSolution } from "../../../../mathematics/index.ts";
import { equals, type Rational } from "../../../../mathematics/rational.ts";

/**
 * The lines of the reference solution that are still needed after the right beginning of another solution: those whose
 * results it has not come to, and what follows them, to the answer.
 */
export function rightRest(problem: Pick<Problem, "solution" | "answer">, rightBeginning: string): string[] {
  const had = readWorkedSolution(rightBeginning)
    .steps.filter(({ correct }) => correct)
    .map(({ stated }) => stated);
  const lines = statedSolution(problem)
    .split("\n")
    .filter((line) => line.trim() !== "");
  const { steps } = readWorkedSolution(lines.join("\n"));
  const isNeeded = lines.map((_, line) => {
    const results = steps.filter((step) => step.line === line).map(({ stated }) => stated);
    return results.length > 0 && !takeAll(had, results);
  });
  const first = isNeeded.indexOf(true);
  return lines.filter((line, index) => {
    const isCalculation = steps.some((step) => step.line === index);
    return isCalculation ? isNeeded[index] : isAnswer(line) || (first >= 0 && index > first);
  });
}

/** The reference solution with its answer on a line of its own. */
export function statedSolution({ solution, answer }: Pick<Problem, "solution" | "answer">): string {
  const text = solution.trim();
  return readWorkedSolution(text).finalAnswer === null ? `${text}\n#### ${answer}` : text;
}

const isAnswer = (line: string): boolean => /^\s*(?:####|A:)|\banswer is\b/i.test(line);

/** Takes results out of those that were had; a result is had once for every time that it was come to. */
function takeAll(had: Rational[], results: readonly Rational[]): boolean {
  const places = results.map((result) => had.findIndex((value) => equals(value, result)));
  if (places.includes(-1)) return false;
  for (const result of results) {
    const at = had.findIndex((value) => equals(value, result));
    if (at >= 0) had.splice(at, 1);
  }
  return true;
}

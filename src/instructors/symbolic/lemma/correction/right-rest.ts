import type { Problem } from "../../../../domain/problem.ts";
import { readWorkedSolution, type Step } from "../../../../mathematics/index.ts";
import { equals, multiply, one, type Rational } from "../../../../mathematics/rational.ts";

/**
 * The lines of the reference solution that are still needed after the right beginning of another solution: those whose
 * calculations it has not carried out, and what follows them, to the answer.
 */
export function rightRest(problem: Pick<Problem, "solution" | "answer">, rightBeginning: string): string[] {
  const had = readWorkedSolution(rightBeginning).steps.filter(({ correct }) => correct);
  const lines = statedSolution(problem)
    .split("\n")
    .filter((line) => line.trim() !== "");
  const { steps } = readWorkedSolution(lines.join("\n"));
  const isNeeded = lines.map((_, line) => {
    const calculations = steps.filter((step) => step.line === line);
    return calculations.length > 0 && !takeAll(had, calculations);
  });
  const isDerived = lines.map((_, line) => !isNeeded[line] && steps.some((step) => step.line === line));
  // Where nothing was derived, what the reference says without a calculation is needed as well.
  if (!isDerived.includes(true)) return lines;
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

/** Takes calculations out of those that were had; one is had once for every time that it was carried out. */
function takeAll(had: Step[], needed: readonly Step[]): boolean {
  if (!needed.every((step) => had.some((other) => isSame(other, step)))) return false;
  for (const step of needed) {
    const at = had.findIndex((other) => isSame(other, step));
    if (at >= 0) had.splice(at, 1);
  }
  return true;
}

/** The same result of the same numbers; an equal result of others is of something else. Halves are divided by two. */
function isSame(had: Step, needed: Step): boolean {
  const isAmong = (value: Rational) =>
    had.operands.some((other) => equals(other.value, value) || equals(multiply(other.value, value), one));
  return equals(had.stated, needed.stated) && needed.operands.every(({ value }) => isAmong(value));
}

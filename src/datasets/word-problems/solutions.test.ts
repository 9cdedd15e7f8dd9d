import { describe, expect, it } from "vitest";
import { createRandom } from "../../foundation/random.ts";
import { isInteger, readWorkedSolution, toNumber } from "../../mathematics/index.ts";
import { generateWordProblem, skills, type WordProblem } from "./index.ts";

/** Numbers that a solution may use although its question does not state them. */
const constants: Readonly<Record<string, readonly number[]>> = {
  averages: [3],
  discounts: [100],
  percentages: [100],
  perimeter: [2],
  time: [60],
  "unit-conversion": [3, 4, 12, 16, 100],
};

describe.each(skills)("solutions of $id", ({ id, heldOut }) => {
  const random = createRandom(`solutions of ${id}`);
  const kinds = heldOut ? (["held-out"] as const) : (["ordinary", "held-out"] as const);
  const problems = kinds.flatMap((wordings) =>
    Array.from({ length: 200 }, () => generateWordProblem({ skill: id, wordings, random })),
  );

  it("recompute, step by step, to the answer", () => {
    for (const problem of problems) {
      const { steps, finalAnswer } = readWorkedSolution(problem.solution);
      const lines = problem.solution.split("\n");
      expect(
        steps.map(({ line }) => line),
        problem.solution,
      ).toEqual([...lines.keys()].slice(0, -1));
      expect(
        steps.every(({ correct }) => correct),
        problem.solution,
      ).toBe(true);
      expect(toNumber(steps.at(-1)!.computed)).toBe(toNumber(finalAnswer!));
      expect(problem.answer).toBe(String(toNumber(finalAnswer!)));
      expect(lines.at(-1)).toBe(`#### ${problem.answer}`);
    }
  });

  it("have two to five short steps with small whole results", () => {
    for (const { solution } of problems) {
      const { steps } = readWorkedSolution(solution);
      expect(steps.length).toBeGreaterThanOrEqual(2);
      expect(steps.length).toBeLessThanOrEqual(5);
      expect(solution.split(/\s+/).length).toBeLessThanOrEqual(60);
      for (const { computed } of steps) {
        expect(isInteger(computed), solution).toBe(true);
        // From 2, so that every noun stands rightly in the plural.
        expect(toNumber(computed), solution).toBeGreaterThanOrEqual(2);
        expect(toNumber(computed), solution).toBeLessThan(10_000);
      }
    }
  });

  it("start from the numbers of the question", () => {
    for (const problem of problems)
      expect(unexplained(problem), `${problem.question}\n${problem.solution}`).toEqual([]);
  });

  it("use every number of the question", () => {
    for (const { question, solution } of problems) {
      const used = new Set(numbersOf(solution));
      expect(
        numbersOf(question).filter((number) => !used.has(number)),
        question,
      ).toEqual([]);
    }
  });
});

/** Operands that neither the question, nor an earlier step, nor general knowledge gives. */
function unexplained({ question, solution, skill }: WordProblem): number[] {
  const known = new Set([...numbersOf(question), ...(constants[skill] ?? [])]);
  return readWorkedSolution(solution).steps.flatMap(({ operands, computed }) => {
    const missing = operands.map(({ value }) => toNumber(value)).filter((number) => !known.has(number));
    known.add(toNumber(computed));
    return skill === "remainder" ? missing.filter((number) => !isWholePart(number, known)) : missing;
  });
}

/** The number of full boxes is a division with its remainder dropped, which no equation states. */
function isWholePart(number: number, known: ReadonlySet<number>): boolean {
  return [...known].some((total) => [...known].some((size) => Math.floor(total / size) === number));
}

function numbersOf(text: string): number[] {
  return (text.match(/\d+/g) ?? []).map(Number);
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generateWordProblems, loadWordProblems } from "../../../datasets/word-problems/index.ts";
import type { Problem } from "../../../domain/problem.ts";
import { createRandom } from "../../../foundation/random.ts";
import { changeNumber } from "./change-number.ts";
import { followUps } from "./follow-ups.ts";

const pies: Problem = {
  id: "pies",
  question:
    "Ivan has 75 pies. His sister brings 38 pies. If 3 cousins eat 5 pies each, how many pies are left?",
  solution:
    "There are 75 + 38 = 113 pies.\nThe cousins eat 3 * 5 = 15 pies.\nThat leaves 113 - 15 = 98 pies.\n#### 98",
  answer: "98",
};

describe("changeNumber", () => {
  it("puts another number into one sentence, and computes everything after it anew", () => {
    for (const seed of ["a", "b", "c", "d", "e", "f"]) {
      const { problem, number, sentence, asks } = changeNumber(pies, createRandom(seed))!;
      expect(sentence).toContain(number);
      expect(pies.question).not.toContain(sentence);
      expect(problem.question.replace(sentence, "")).not.toContain(` ${number} `);
      expect(asks ?? sentence).toMatch(/how many pies are left\?$/);
      const [had = 0, brought = 0, cousins = 0, each = 0] = problem.question.match(/\d+/g)!.map(Number);
      expect(problem.answer).toBe(`${had + brought - cousins * each}`);
    }
  });

  it("keeps a number that was changed before", () => {
    const numbersThatChange = ["a", "b", "c", "d", "e", "f", "g", "h"].map((seed) => {
      const { problem } = changeNumber(pies, createRandom(seed), "75")!;
      return problem.question.startsWith("Ivan has 75 pies.");
    });
    expect(numbersThatChange).not.toContain(false);
  });

  const boxes = (more: Partial<Problem>): Problem => ({
    id: "boxes",
    question: "Ann packs 50 pens into boxes of 9 as far as possible. How many pens are left over?",
    solution: "Full boxes take 5 * 9 = 45 pens.\nThat leaves 50 - 45 = 5 pens.\n#### 5",
    answer: "5",
    ...more,
  });

  it.each([
    ["another number would have to change, too", {}],
    [
      "such a number is also in the question by chance",
      {
        question:
          "Ann packs 5 packs of 10 pens into boxes of 9 as far as possible. How many pens are left over?",
        solution:
          "There are 5 * 10 = 50 pens.\nFull boxes take 5 * 9 = 45 pens.\nThat leaves 50 - 45 = 5 pens.\n#### 5",
      },
    ],
    [
      "the question sets a limit",
      {
        question: "Pens cost 6 dollars, and 5 dollars if Ann buys at least 9 of them. What do 14 pens cost?",
        solution: "She pays 14 * 5 = 70 dollars.\n#### 70",
        answer: "70",
      },
    ],
    [
      "a number can be meant twice",
      {
        question: "Ann has 2 pens and buys twice as many. How many pens does she have?",
        solution: "She buys 2 * 2 = 4 pens.\nShe has 2 + 4 = 6 pens.\n#### 6",
        answer: "6",
      },
    ],
    ["a calculation is wrong", { solution: "50 - 45 = 6\n#### 6", answer: "6" }],
  ])("changes nothing where %s", (_, more) => {
    for (const seed of ["a", "b", "c"]) expect(changeNumber(boxes(more), createRandom(seed))).toBeNull();
  });

  it("is not deceived by the numbers of full boxes, which stand in the question or not", () => {
    const problems = generateWordProblems({
      seed: "boxes",
      count: 300,
      mixture: { remainder: 1 },
      wordings: "ordinary",
    });
    expect(problems.filter((problem) => changeNumber(problem, createRandom(problem.id)))).toEqual([]);
  });
});

/** Computes what a solution says with JavaScript's own numbers: each calculation, and whether the last is the answer. */
function lastResult(solution: string): number {
  const lines = solution.split("\n").map((line) => line.replace(/<<[^<>]*>>/g, ""));
  const results = lines.flatMap((line) => {
    const match = /(\d[\d\s.+*/()-]*[\d)])\s*=\s*(-?\d+(?:\.\d+)?)/.exec(line);
    if (!match) return [];
    const [, calculation = "", stated] = match;
    expect(Function(`return ${calculation}`)()).toBeCloseTo(Number(stated), 6);
    return [Number(stated)];
  });
  return results.at(-1)!;
}

describe("followUps", () => {
  const problems = loadWordProblems("train", 240);
  const asked = (problem: Problem, seed: string) => {
    try {
      return followUps({ problem, seed });
    } catch {
      return null;
    }
  };

  it("asks two questions whose solutions hold by another reading, and whose answers are new ones", () => {
    fc.assert(
      fc.property(fc.constantFrom(...problems), fc.string(), (problem, seed) => {
        const drafts = asked(problem, seed);
        fc.pre(drafts !== null);
        const answers = [problem.answer, ...drafts!.map(({ solution }) => /#### (.*)$/.exec(solution)![1]!)];
        expect(drafts).toHaveLength(2);
        for (const [index, { solution }] of drafts!.entries()) {
          expect(lastResult(solution)).toBe(Number(answers[index + 1]));
        }
        expect(answers[1]).not.toBe(answers[0]);
        expectSecond(drafts![1]!.question, answers.map(Number));
      }),
      { numRuns: 150 },
    );
  });

  /** What the words of the second question ask for, computed from the answers before it. */
  function expectSecond(question: string, [first = 0, second = 0, third = 0]: number[]) {
    const times = /^How much is (\d+) times this answer\?$/.exec(question);
    if (times) expect(third).toBe(Number(times[1]) * second);
    else if (question.startsWith("By how much")) expect(third).toBe(Math.abs(first - second));
    else expect(question).toMatch(/^Now change one more thing: /);
  }

  it("finds room in most kinds of word problems", () => {
    const withRoom = problems.filter((problem) => asked(problem, "room"));
    expect(withRoom.length).toBeGreaterThan(0.4 * problems.length);
    expect(new Set(withRoom.map(({ skill }) => skill)).size).toBeGreaterThan(12);
  });

  it("is the same for the same seed", () => {
    expect(followUps({ problem: pies, seed: "x" })).toEqual(followUps({ problem: pies, seed: "x" }));
  });
});

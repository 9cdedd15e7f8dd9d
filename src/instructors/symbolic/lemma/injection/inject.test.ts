import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadWordProblems } from "../../../../datasets/word-problems/index.ts";
import type { MistakeLabel } from "../../../../domain/mistake-label.ts";
import type { Problem } from "../../../../domain/problem.ts";
import { UnusableAnswerError } from "../../../../foundation/errors.ts";
import { readWorkedSolution, toText } from "../../../../mathematics/index.ts";
import { analyse } from "../analysis/analyse.ts";
import { inject, injectable } from "./inject.ts";

const eggs: Problem = {
  id: "eggs",
  question: "Ada has 40 eggs. She sells 12 eggs and shares the rest among 7 friends. How many does each get?",
  solution: "She keeps 40 - 12 = 28 eggs.\nEach gets 28 / 7 = 4 eggs.\n#### 4",
  answer: "4",
};
const clips: Problem = {
  id: "clips",
  question: "Natalia sold 48 clips in April, and half as many in May. How many clips did she sell in all?",
  solution:
    "Natalia sold 48/2 = <<48/2=24>>24 clips in May.\nIn all she sold 48+24 = <<48+24=72>>72 clips in April and May.",
  answer: "72",
};

const lamp: Problem = {
  id: "lamp",
  question:
    "Eva has 95 dollars. A lamp costs 60 dollars and is sold 20 percent off. What does she pay for it?",
  solution: "The discount is 60 * 20 / 100 = 12 dollars.\nShe pays 60 - 12 = 48 dollars.\n#### 48",
  answer: "48",
};

function injected(problem: Problem, label: MistakeLabel, seed: string): string | null {
  try {
    return inject({ problem, label, seed }).solution;
  } catch (error) {
    if (UnusableAnswerError.isInstance(error)) return null;
    throw error;
  }
}

const seeds = Array.from({ length: 20 }, (_, index) => String(index));
const allOf = (problem: Problem, label: MistakeLabel) =>
  new Set(seeds.map((seed) => injected(problem, label, seed)));

describe("inject", () => {
  it("goes on from a wrong result to the answer that comes out", () => {
    for (const solution of allOf(eggs, "calculation_error")) {
      const { steps, finalAnswer } = readWorkedSolution(solution!);
      expect(steps.filter(({ correct }) => !correct)).toHaveLength(1);
      expect(toText(finalAnswer!)).toBe(toText(steps.at(-1)!.stated));
    }
  });

  it("tells the calculator marks, the prose around them and the answer alike", () => {
    expect(allOf(clips, "operator_error")).toContain(
      "Natalia sold 48/2 = <<48/2=24>>24 clips in May.\nIn all she sold 48*24 = <<48*24=1152>>1152 clips in April and May.\n#### 1152",
    );
  });

  it("leaves out a step by putting what goes into it in its place, or by stopping early", () => {
    expect(allOf(eggs, "missing_step")).toEqual(new Set(["She keeps 40 - 12 = 28 eggs.\n#### 28"]));
  });

  it("makes the same of the same seed", () => {
    for (const label of injectable) expect(injected(eggs, label, "a")).toBe(injected(eggs, label, "a"));
  });

  it("says where a mistake has no place", () => {
    expect(() => inject({ problem: eggs, label: "unit_conversion_error", seed: "" })).toThrow("has no place");
    expect(() =>
      inject({ problem: { ...eggs, solution: "It is 4." }, label: "missing_step", seed: "" }),
    ).toThrow("cannot be recomputed");
  });

  const problems = [...loadWordProblems("train", 150), lamp];

  it.each(injectable)("%s: ends wrong, and is found again in the text alone", (label) => {
    const made = problems.flatMap((problem) => {
      const solution = injected(problem, label, problem.id);
      return solution === null ? [] : [{ problem, solution }];
    });
    expect(made.length).toBeGreaterThan(0);
    const wrong = made.filter(
      ({ problem, solution }) => readWorkedSolution(solution).finalAnswerText !== problem.answer,
    );
    expect(wrong).toHaveLength(made.length);
    const found = made.filter((request) => analyse(request).label === label);
    expect(found.length).toBeGreaterThanOrEqual(Math.floor(0.95 * made.length));
  });

  it("shares no code with the analysis", () => {
    const importsOf = (folder: string) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
        .flatMap((name) => readFileSync(join(folder, name), "utf8").match(/from "[^"]+"/g) ?? []);
    const ofInjection = importsOf(import.meta.dirname);
    const ofAnalysis = importsOf(join(import.meta.dirname, "../analysis"));
    expect(ofInjection.filter((path) => /diagnos|taxonomy|analysis/.test(path))).toEqual([]);
    expect(ofAnalysis.filter((path) => path.includes("injection"))).toEqual([]);
  });
});

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { gradeChoice } from "./index.ts";

const choices = ["(A) 2", "(B) 1/2", "(C) $x > 3$", "(D) none of these"];

/** The letters read, or the verdict where there are none. */
function read(output: string): string {
  const { prediction, verdict } = gradeChoice({ output, gold: "B", choices });
  return prediction ?? verdict;
}

describe("an option is found", () => {
  it.each([
    ["B"],
    ["(B)"],
    ["\\boxed{B}"],
    ["$\\boxed{\\text{(B)}}$"],
    ["\\boxed{B) 1/2}"],
    ["\\boxed{\\frac{1}{2}}"],
    ["#### B"],
    ["The answer is (B)."],
    ["The answer is B, because it is half."],
    ["**Answer: B**"],
    ["The correct option is B."],
    ["So we choose B."],
    ["Therefore, option B is correct. Option A is wrong."],
    ["(A) is too large, so (B) it is."],
    ["Choice $\\mathbf{B}$ is correct. Choice A is incorrect, and so is choice C."],
    ["We compute it and get 0.5."],
    ["A fair coin shows heads half of the time.\nB"],
    ["The answer is 1/2"],
  ])("in %j", (output) => {
    expect(read(output)).toBe("B");
  });

  it("by its text", () => {
    expect(read("I believe it is none of these")).toBe("D");
    expect(read("So \\boxed{x>3}")).toBe("C");
  });

  it("neither in an article nor in the name of a point", () => {
    expect(read("A triangle has a side through the point C somewhere.")).toBe("no-answer");
  });
});

describe("gradeChoice", () => {
  it.each([
    ["A, C", "Both are right: \\boxed{C, A}", "right"],
    ["AC", "\\boxed{A}", "wrong"],
    ["1/2", "The answer is (B).", "right"],
    ["B", "", "empty"],
    ["B", "<think>maybe B", "truncated"],
    ["B", "I'm sorry, I can't help with that.", "refused"],
    ["B", "\\boxed{17}", "wrong"],
    ["12 cm", "\\boxed{12}", "right"],
    ["B", "\\boxed{\\int_{x}^{)}}", "undecided"],
  ])("with the reference %j grades %j as %s", (gold, output, verdict) => {
    expect(gradeChoice({ output, gold, choices }).verdict).toBe(verdict);
  });
});

const data = process.env.ERRATA_DATA_DIR ?? join(import.meta.dirname, "../../../../shared/data");
const sat = join(data, "sat_math/test.jsonl");

interface Row {
  id: string;
  solution: string;
  answer: string;
  choices: string[];
}

describe("the solutions of the SAT's problems", () => {
  it.skipIf(!existsSync(sat))("name their option", () => {
    const rows = readFileSync(sat, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Row);
    const missed = rows.filter(
      ({ solution, answer, choices }) =>
        gradeChoice({ output: solution, gold: answer, choices }).verdict !== "right",
    );
    expect(missed.map(({ id }) => id)).toEqual([]);
  });
});

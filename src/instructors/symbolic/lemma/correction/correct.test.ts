import { describe, expect, it } from "vitest";
import type { ErroneousSolution } from "../../../../domain/erroneous-solution.ts";
import type { MistakeLabel } from "../../../../domain/mistake-label.ts";
import type { Problem } from "../../../../domain/problem.ts";
import { fix, restart } from "./correct.ts";
import { smooth } from "./smooth.ts";

const eggs: Problem = {
  id: "eggs",
  question: "Ada has 40 eggs. She sells 12 eggs and shares the rest among 7 friends. How many does each get?",
  solution: "She keeps 40 - 12 = 28 eggs.\nEach gets 28 / 7 = 4 eggs.\n#### 4",
  answer: "4",
};

const erroneous = (solution: string, firstWrongStep: number, label: MistakeLabel): ErroneousSolution => ({
  id: "e",
  problemId: "eggs",
  origin: "own",
  label,
  solution,
  firstWrongStep,
  prefix: solution
    .split("\n")
    .slice(0, firstWrongStep + 1)
    .join("\n"),
  explanation: "",
});

describe("fix", () => {
  it("says what a slip should come to, and goes on from what was right before it", () => {
    const slip = erroneous(
      "She keeps 40 - 12 = 28 eggs.\nEach gets 28 / 7 = 5 eggs.\n#### 5",
      1,
      "calculation_error",
    );
    expect(fix({ problem: eggs, erroneous: slip, seed: "" })).toBe(
      "28 / 7 is 4, not 5.\nEach gets 28 / 7 = 4 eggs.\n#### 4",
    );
  });

  it("finds the slip in any sentence of a step that is a line", () => {
    const slip = erroneous(
      "She keeps 40 - 12 = 27 eggs. They are shared.\nEach gets 27 / 7 = 3 eggs.\n#### 3",
      0,
      "calculation_error",
    );
    expect(fix({ problem: eggs, erroneous: slip, seed: "" }).split("\n")[0]).toBe("40 - 12 is 28, not 27.");
  });

  it("names the calculation that belongs in the place of the wrong one", () => {
    const added = erroneous("She keeps 40 + 12 = 52 eggs.\n#### 52", 0, "operator_error");
    expect(fix({ problem: eggs, erroneous: added, seed: "" }).split("\n")[0]).toBe(
      "it must be 40 - 12, not 40 + 12.",
    );
  });

  it("states the answer where the reference does not", () => {
    const problem = { ...eggs, solution: "She keeps 40 - 12 = 28 eggs. Each gets 28 / 7 = 4 eggs." };
    const early = erroneous("She keeps 40 - 12 = 28 eggs.\n#### 28", 1, "missing_step");
    expect(fix({ problem, erroneous: early, seed: "" })).toMatch(/\n#### 4$/);
  });
});

describe("restart", () => {
  it("takes no other step of the alternative for what belongs in the place of the wrong one", () => {
    const added = erroneous(
      "She keeps 40 - 12 = 28 eggs.\nEach gets 28 + 7 = 35 eggs.\n#### 35",
      1,
      "operator_error",
    );
    expect(restart({ problem: eggs, erroneous: added, alternative: eggs.solution, seed: "" })).toBe(
      `it must be 28 / 7, not 28 + 7. Start again.\n${eggs.solution}`,
    );
  });
});

describe("smooth", () => {
  it("links by a phrase that the seed draws, and changes nothing else", () => {
    const request = { problem: eggs, prefix: "", continuation: "that is wrong.\n#### 4" };
    const links = ["a", "b", "c", "d", "e", "f"].map((seed) => smooth({ ...request, seed }));
    expect(new Set(links).size).toBeGreaterThan(1);
    for (const link of links) expect(link.endsWith(` ${request.continuation}`)).toBe(true);
  });
});

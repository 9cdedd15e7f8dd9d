import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { gradeMath, mathGrader } from "./index.ts";

describe("mathGrader", () => {
  it.each([
    ["#### 4.50", "4.5", "right"],
    ["#### 1,000", "1000", "right"],
    ["#### 0.75", "3/4", "right"],
    ["#### 4.5", "45", "wrong"],
    ["#### -1", "1", "wrong"],
    ["We begin by drawing it.", "1", "no-answer"],
    ["", "1", "empty"],
    ["So \\boxed{\\frac{1}{", "1", "truncated"],
    ["I'm sorry, but I cannot help with this.", "1", "refused"],
    ["So we choose (B).", "B", "right"],
    ["So \\boxed{C}", "B", "wrong"],
  ])("grades %j against %s as %s", (output, reference, verdict) => {
    expect(mathGrader.grade(output, reference).verdict).toBe(verdict);
  });
});

describe("gradeMath", () => {
  it("says which rule found the answer and which one decided", () => {
    expect(gradeMath({ output: "So \\boxed{0.5}", gold: "1/2" }).how).toMatch(/^boxed; equal as /);
  });

  it("scores strictly and flexibly side by side", () => {
    const grade = gradeMath({ output: "So there are 12 of them.", gold: "12" });
    expect(grade).toMatchObject({
      strict: "no-answer",
      flexible: "right",
      verdict: "right",
      prediction: "12",
    });
    expect(gradeMath({ output: "The answer is 12.", gold: "12" })).toMatchObject({ strict: "right" });
  });

  it.each([
    ["She has 5 left, so \\boxed{5}.", "5"],
    ["5 + 5 = 10\n#### 10", "10"],
    ["The answer is $\\frac{1}{2}$.", "0.5"],
    ["There are 12 of them.", "12"],
  ])("reads the answer out of the reference %j", (gold, output) => {
    expect(gradeMath({ output, gold }).verdict).toBe("right");
  });

  it("grades by the options where they are given", () => {
    const request = { gold: "B", choices: ["(A) 2", "(B) 1/2"] };
    expect(gradeMath({ ...request, output: "It is \\boxed{0.5}" }).verdict).toBe("right");
    expect(gradeMath({ ...request, output: "It is \\boxed{2}" }).verdict).toBe("wrong");
  });

  it.each(["(B) $(3,-8)$", "(B) The remainder when $p(x)$ is divided by 3 is 2."])(
    "takes the option %j as it stands for the reference",
    (gold) => {
      const request = { gold, choices: ["(A) $(3,8)$", gold] };
      expect(gradeMath({ ...request, output: "The answer is (B)." }).verdict).toBe("right");
      expect(gradeMath({ ...request, output: `So \\boxed{${gold}}` }).verdict).toBe("right");
      expect(gradeMath({ ...request, output: "The answer is (A)." }).verdict).toBe("wrong");
    },
  );

  it.each(["8-i", "\\frac{i}{5}", "-\\frac{1}{2} + 3i"])("reads the complex number %s whole", (gold) => {
    expect(gradeMath({ output: `It is $\\boxed{${gold}}$.`, gold }).verdict).toBe("right");
    expect(gradeMath({ output: gold, gold }).verdict).toBe("right");
  });

  it("takes a reference in prose for its own answer", () => {
    const gold = "domain: $\\mathbb{R}^{2}$, range: $[-1, \\infty)$";
    expect(gradeMath({ output: `So \\boxed{${gold}}`, gold }).verdict).toBe("right");
  });

  it("hands the options on as a grader", () => {
    const choices = ["(A) 2", "(B) 1/2"];
    expect(mathGrader.grade("It is \\boxed{0.5}", "B", { choices }).verdict).toBe("right");
  });

  it("takes the end of the generation into account", () => {
    const request = { output: "We begin by drawing it", gold: "1" };
    expect(gradeMath({ ...request, finishReason: "length" }).verdict).toBe("truncated");
    expect(gradeMath({ ...request, finishReason: "stop" }).verdict).toBe("no-answer");
  });
});

const data = process.env.ERRATA_DATA_DIR ?? join(import.meta.dirname, "../../../../shared/data");
const labelled = join(data, "gsm8k_model_solutions");

interface Labelled {
  id: string;
  generation: string;
  gold_answer: string;
  correct: boolean;
}

describe("the labels of OpenAI's GSM8K generations", () => {
  it.skipIf(!existsSync(labelled))("are those of the grader, all of them", () => {
    const rows = readdirSync(labelled).flatMap((file) =>
      readFileSync(join(labelled, file), "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Labelled),
    );
    const graded = rows.map((row) => ({
      ...row,
      verdict: mathGrader.grade(row.generation, row.gold_answer).verdict,
    }));
    expect(graded).toHaveLength(5276);
    expect(graded.filter(({ correct, verdict }) => correct !== (verdict === "right"))).toEqual([]);
  });
});

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { judgeCase, mathVerifyFile, readMathVerifyCases } from "../bench/grader/math-verify-cases.ts";
import { graders } from "../src/config/graders.ts";
import { extractAnswer, gradeMath, isEquivalent } from "../src/grading.ts";

const page = readFileSync(join(import.meta.dirname, "../docs/grading.md"), "utf8");

/** The rows of all tables with these columns; code spans are given without their marks. */
function rowsOf(...columns: string[]): string[][] {
  const lines = page.split("\n");
  const cells = (line: string) =>
    line
      .slice(1, -1)
      .split(" | ")
      .map((cell) => cell.trim().replace(/^`(.*)`$/, "$1"));
  const header = `| ${columns.join(" | ")} |`;
  return lines.flatMap((line, start) => {
    if (line !== header) return [];
    const rows = lines.slice(start + 2);
    return rows
      .slice(
        0,
        rows.findIndex((row) => !row.startsWith("|")),
      )
      .map(cells);
  });
}

const meaning: Record<string, boolean | null> = { yes: true, no: false, open: null };

describe("docs/grading.md", () => {
  const examples = rowsOf("reference", "answer", "same?", "because");

  it("has examples for every section", () => {
    expect(examples.length).toBeGreaterThan(80);
  });

  it.each(examples)("%j and %j are the same: %s", (reference, answer, same) => {
    expect(Object.keys(meaning)).toContain(same);
    expect(isEquivalent(reference!, answer!).equal).toBe(meaning[same!]);
    expect(isEquivalent(answer!, reference!).equal).toBe(meaning[same!]);
  });

  it.each(rowsOf("output", "reference", "verdict"))(
    "grades %j against the option %j: %s",
    (output, gold, verdict) => {
      const choices = ["2", "1/2", "\\pi", "none of these"];
      expect(gradeMath({ output: output!, gold: gold!, choices }).verdict).toBe(verdict);
    },
  );

  it.each(rowsOf("output", "answer", "rule"))(
    "finds in %j the answer %j by the rule %j",
    (output, text, rule) => {
      expect(extractAnswer(output!).flexible).toMatchObject({ text, rule });
    },
  );

  it.each(rowsOf("grader", "output", "reference", "verdict", "because"))(
    "%s grades %j against %j as %s",
    (grader, output, reference, verdict) => {
      expect(graders[grader as keyof typeof graders].grade(output!, reference!).verdict).toBe(verdict);
    },
  );

  const code = [...page.matchAll(/^(isEquivalent|extractAnswer|gradeMath)\((.*)\)(\S*); \/\/ (.*)$/gm)];
  it("shows what its code returns", () => {
    expect(code.map(([line]) => line)).toEqual([
      `isEquivalent("\\\\frac{1}{2}", "0.5"); // ${inline(isEquivalent("\\frac{1}{2}", "0.5"))}`,
      `extractAnswer("So she has \\\\boxed{\\\\frac12} left.").strict?.text; // ${JSON.stringify(extractAnswer("So she has \\boxed{\\frac12} left.").strict?.text)}`,
      `gradeMath({ output: "Thus the answer is 1,000 dollars.", gold: "1000" }).verdict; // ${JSON.stringify(gradeMath({ output: "Thus the answer is 1,000 dollars.", gold: "1000" }).verdict)}`,
    ]);
  });
});

const inline = ({ equal, how }: { equal: boolean | null; how: string }): string =>
  `{ equal: ${equal}, how: ${JSON.stringify(how)} }`;

const isSkipped = !existsSync(mathVerifyFile);
const reason = isSkipped ? ` (skipped: no file ${mathVerifyFile}; set ERRATA_DATA_DIR)` : "";

describe.skipIf(isSkipped)(`the cases of Math-Verify${reason}`, () => {
  const cases = isSkipped ? [] : readMathVerifyCases()!;
  const differing = cases.flatMap((one) => {
    const ours = judgeCase(one).equal;
    return ours === one.equal ? [] : [{ id: one.id, stated: one.equal, ours }];
  });

  it("are judged as stated but for those that the page explains", () => {
    const explained = rowsOf("case", "stated", "ours", "because").map(([id, stated, ours]) => ({
      id,
      stated: stated === "true",
      ours: ours === "null" ? null : ours === "true",
    }));
    expect(differing).toEqual(explained);
  });

  it("are counted on the page", () => {
    expect(page).toContain(`Of the ${cases.length} cases`);
    expect(page).toContain(`${cases.length - differing.length} are judged as stated there`);
    expect(1 - differing.length / cases.length).toBeGreaterThan(0.97);
  });
});

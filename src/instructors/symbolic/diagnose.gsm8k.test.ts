import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Case } from "../../domain/attempt.ts";
import type { Problem } from "../../domain/problem.ts";
import { add, one, readWorkedSolution, toText } from "../../mathematics/index.ts";
import { cluster } from "./cluster.ts";
import { diagnose } from "./diagnose.ts";
import { taxonomy } from "./taxonomy.ts";

const folder = process.env.ERRATA_DATA_DIR ?? join(import.meta.dirname, "../../../../shared/data");
const generationsFile = join(folder, "gsm8k_model_solutions/openai_6b_finetuning.jsonl");
const problemsFile = join(folder, "gsm8k/test.jsonl");
const isPresent = existsSync(generationsFile) && existsSync(problemsFile);

interface Generation {
  id: string;
  generation: string;
  correct: boolean;
}

interface GradeSchoolProblem {
  id: string;
  problem: string;
  solution: string;
  answer: string;
}

function readRows<Row>(file: string): Row[] {
  return readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

function readCases(): { case: Case; isRight: boolean }[] {
  const problems = new Map(readRows<GradeSchoolProblem>(problemsFile).map((row) => [row.id, row]));
  return readRows<Generation>(generationsFile).map(({ id, generation, correct }) => {
    const { problem: question, solution, answer } = problems.get(id)!;
    return {
      case: {
        problem: { id, question, solution, answer },
        attempt: { problemId: id, output: generation, prediction: null, verdict: "wrong", how: "" },
      },
      isRight: correct,
    };
  });
}

describe.skipIf(!isPresent)(
  `saved generations for GSM8K (skipped where ${generationsFile} is absent)`,
  () => {
    const cases = isPresent ? readCases() : [];
    const badCases = cases.filter(({ isRight }) => !isRight).map((read) => read.case);
    const diagnoses = badCases.map(diagnose);

    it("diagnoses every bad case, each by a keyphrase of the taxonomy", () => {
      const known = new Set<string>(taxonomy.flatMap(({ keyphrases }) => keyphrases));
      expect(diagnoses).toHaveLength(1033);
      expect(diagnoses.filter(({ keyphrase }) => !known.has(keyphrase))).toEqual([]);
      expect(diagnoses.filter(({ explanation }) => explanation.trim() === "")).toEqual([]);
    });

    it("points at steps that are there", () => {
      const isOutside = diagnoses.filter(({ firstWrongStep }, i) => {
        const { steps } = readWorkedSolution(badCases[i]!.attempt.output);
        return firstWrongStep !== null && firstWrongStep >= steps.length;
      });
      expect(isOutside).toEqual([]);
    });

    it("recognises all but a few", () => {
      const unrecognised = diagnoses.filter(
        ({ keyphrase }) => keyphrase === "reasoning does not follow the reference",
      );
      expect(unrecognised.length).toBeLessThan(0.02 * diagnoses.length);
    });

    it("finds the causes spread over many error types, none of which holds most", () => {
      const counts = new Map<string, number>();
      for (const { keyphrase } of diagnoses) counts.set(keyphrase, (counts.get(keyphrase) ?? 0) + 1);
      const types = cluster([...counts.keys()]);
      const sizes = types.map(({ keyphrases }) =>
        keyphrases.reduce((sum, phrase) => sum + counts.get(phrase)!, 0),
      );
      expect(types.length).toBeGreaterThan(12);
      expect(Math.max(...sizes)).toBeLessThan(0.3 * diagnoses.length);
    });

    it("finds no wrong step in nine right solutions of ten", () => {
      const right = cases.filter(({ isRight }) => isRight).map((read) => read.case);
      const flagged = right.map(diagnose).filter(({ firstWrongStep }) => firstWrongStep !== null);
      expect(right).toHaveLength(286);
      expect(flagged.length).toBeLessThan(0.1 * right.length);
    });
    it("finds a slip made on purpose in the last step of the reference", () => {
      const slips = cases.flatMap(({ case: { problem } }) => slipInLastStep(problem) ?? []);
      const found = slips.filter(({ badCase, lastStep }) => {
        const { firstWrongStep, keyphrase } = diagnose(badCase);
        return firstWrongStep === lastStep && keyphrase.endsWith(" slip");
      });
      expect(slips.length).toBeGreaterThan(1000);
      expect(found.length).toBeGreaterThan(0.98 * slips.length);
    });
  },
);

/** The reference solution with its last marked result one too high; null where that is not the answer. */
function slipInLastStep(problem: Problem): { badCase: Case; lastStep: number } | null {
  const { steps } = readWorkedSolution(problem.solution);
  const last = steps.at(-1);
  if (!last || last.operands.length < 2 || toText(last.stated) !== problem.answer) return null;
  const at = problem.solution.lastIndexOf(`=${last.statedText}>>`);
  if (at < 0) return null;
  const slip = toText(add(last.stated, one));
  const output = `${problem.solution.slice(0, at)}=${slip}>>${slip}\nA: ${slip}`;
  const attempt = { problemId: problem.id, output, prediction: slip, verdict: "wrong" as const, how: "" };
  return { badCase: { problem, attempt }, lastStep: steps.length - 1 };
}

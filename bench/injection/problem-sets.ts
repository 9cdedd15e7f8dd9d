import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readRows } from "../../src/datasets/files/index.ts";
import { loadWordProblems } from "../../src/datasets/word-problems/index.ts";
import type { Problem } from "../../src/domain/problem.ts";

const dataFolder = process.env.ERRATA_DATA_DIR ?? join(import.meta.dirname, "../../../shared/data");
const GradeSchoolProblem = z.object({
  id: z.string(),
  question: z.string(),
  solution: z.string(),
  answer: z.string(),
});

/** Worked problems: those of the embedded default and, where they are there, those of GSM8K. */
export function problemSets(): Record<string, Problem[]> {
  const wordProblems = loadWordProblems("train", 4_000);
  const file = join(dataFolder, "gsm8k/train.jsonl");
  if (!existsSync(file)) {
    console.log(`GSM8K is left out: there is no ${file} (ERRATA_DATA_DIR names another folder).`);
    return { "word problems": wordProblems };
  }
  return {
    "word problems": wordProblems,
    GSM8K: readRows(file, GradeSchoolProblem, { question: "problem" }),
  };
}

import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readRows } from "../../src/datasets/files/index.ts";
import { gradeMath, isEquivalent } from "../../src/grading.ts";
import { dataFolder } from "../../tests/grader/gold-answers.ts";

const Case = z.object({
  id: z.string(),
  gold: z.string(),
  answer: z.string(),
  equal: z.boolean(),
  /** `answer`: two answers; `text`: two texts that hold answers. */
  kind: z.enum(["answer", "text"]),
  precision: z.number().optional(),
});
export type MathVerifyCase = z.infer<typeof Case>;

export const mathVerifyFile = join(dataFolder, "grader_cases/math_verify.jsonl");

/** The cases of Math-Verify's own tests; null where the data are not there. */
export function readMathVerifyCases(): MathVerifyCase[] | null {
  return existsSync(mathVerifyFile) ? readRows(mathVerifyFile, Case, { answer: "pred" }) : null;
}

/** Our verdict on a case, with what it rests on. */
export function judgeCase({ gold, answer, kind }: MathVerifyCase): { equal: boolean | null; how: string } {
  if (kind === "answer") return isEquivalent(gold, answer);
  const { verdict, how } = gradeMath({ output: answer, gold });
  return { equal: verdict === "undecided" ? null : verdict === "right", how };
}

import { choiceGrader } from "../graders/choice/index.ts";
import { mwpbenchGrader, qwenMathGrader, seiPaperGrader } from "../graders/compatibility/index.ts";
import type { Grader } from "../graders/grader.ts";
import { mathGrader } from "../graders/math/index.ts";

/** Graders by the names a configuration gives them. */
export const graders = {
  math: mathGrader,
  choice: choiceGrader,
  "sei-paper": seiPaperGrader,
  mwpbench: mwpbenchGrader,
  "qwen2.5-math": qwenMathGrader,
} as const satisfies Record<string, Grader>;

export type GraderName = keyof typeof graders;

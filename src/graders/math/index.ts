import type { Grader } from "../grader.ts";
import { gradeMath } from "./grade-math.ts";

export { type GradeMathRequest, gradeMath, type MathGrade } from "./grade-math.ts";

/** Grades answers of mathematics problems by what they mean: see `gradeMath`. */
export const mathGrader: Grader = {
  id: "math@4",
  grade(output, referenceAnswer, context) {
    const { prediction, verdict, how } = gradeMath({ output, gold: referenceAnswer, ...context });
    return { prediction, verdict, how };
  },
};

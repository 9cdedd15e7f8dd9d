import type { Grader } from "../grader.ts";
import { gradeChoice } from "./grade-choice.ts";

export { type ChoiceGrade, type GradeChoiceRequest, gradeChoice } from "./grade-choice.ts";

/** Grades multiple-choice problems whose reference answer is the letter of an option. */
export const choiceGrader: Grader = {
  id: "choice@3",
  grade(output, referenceAnswer, context) {
    const { prediction, verdict, how } = gradeChoice({ output, gold: referenceAnswer, ...context });
    return { prediction, verdict, how };
  },
};

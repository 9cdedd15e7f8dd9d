/** The grader alone: `import { gradeMath, extractAnswer, isEquivalent } from "errata/grading"`. */
export { type ChoiceGrade, type GradeChoiceRequest, gradeChoice } from "./graders/choice/index.ts";
export {
  type Judgement,
  judgeAnswer,
  type Question,
  startGradingThread,
} from "./graders/hard-stop/index.ts";
export { type Equivalence, isEquivalent } from "./graders/math/equivalence/index.ts";
export {
  type ExtractedAnswer,
  type Extraction,
  type ExtractionOptions,
  type ExtractionRule,
  type ExtractionState,
  extractAnswer,
} from "./graders/math/extraction/index.ts";
export { type GradeMathRequest, gradeMath, type MathGrade } from "./graders/math/index.ts";

/** The grader alone: `import { gradeMath, extractAnswer, isEquivalent } from "errata/grading"`. */
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

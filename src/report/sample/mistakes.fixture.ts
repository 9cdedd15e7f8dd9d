import type { MistakeLabel } from "../../domain/mistake-label.ts";
import type { ReportedMistakes } from "../report-data.ts";

const mistake = (label: MistakeLabel) => ({
  benchmark: "word-problems-test",
  problemId: "word-problems-test-0-0",
  label,
});

/** The base model makes two kinds of mistake, the method one of them at a time. */
export const sampleMistakes = (): ReportedMistakes[] => [
  { armId: null, iteration: 0, mistakes: [mistake("operator_error"), mistake("missing_step")] },
  { armId: "method", iteration: 1, mistakes: [mistake("operator_error")] },
  { armId: "method", iteration: 2, mistakes: [mistake("missing_step")] },
];

import type { Correction } from "../../domain/correction.ts";
import type { ErroneousSolution } from "../../domain/erroneous-solution.ts";
import type { MistakeAnalysis } from "../../domain/mistake-analysis.ts";
import type { MistakeLabel } from "../../domain/mistake-label.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Sample } from "../../domain/sample.ts";
import type { MistakeInstructor } from "../../instructors/mistake-instructor.ts";
import { type ContextParts, contextOf, instructorWith, problemOf } from "../stage-context.fixture.ts";

/** Problems whose answer is the last word of their solution, as the toy grader wants it. */
export const toyProblem = (id: string): Problem =>
  problemOf(id, { solution: `first ${id}\nsecond ${id}\n#### ${id}` });

export const sampleOf = (problemId: string, index: number, more: Partial<Sample> = {}): Sample => ({
  id: `${problemId}#${index}`,
  seed: index,
  problemId,
  output: `first ${index}\nsecond ${index}\n#### wrong`,
  prediction: "wrong",
  verdict: "wrong",
  how: "",
  ...more,
});

export const analysisOf = (
  sampleId: string,
  label: MistakeLabel = "operator_error",
  firstWrongStep = 1,
): MistakeAnalysis => ({
  sampleId,
  problemId: sampleId.split("#")[0]!,
  label,
  firstWrongStep,
  explanation: "",
});

export const erroneousOf = (id: string, more: Partial<ErroneousSolution> = {}): ErroneousSolution => ({
  id,
  problemId: id.split(/[#+]/)[0]!,
  origin: id.includes("+") ? "injected" : "own",
  label: "operator_error",
  solution: "first 0\nsecond 0\n#### wrong",
  firstWrongStep: 1,
  prefix: "first 0\nsecond 0",
  explanation: "",
  ...more,
});

export const correctionOf = (id: string, more: Partial<Correction> = {}): Correction => ({
  id,
  problemId: "p",
  erroneousSolutionId: id,
  kind: "fix-and-continue",
  origin: "own",
  label: "operator_error",
  prefix: `wrong ${id}`,
  continuation: `\nno. ${id} again\n#### p`,
  rightSolution: "right\n#### p",
  ...more,
});

/** An instructor whose answers say what it was asked; a test changes what matters to it. */
export const toyMistakes = (more: Partial<MistakeInstructor> = {}): MistakeInstructor => ({
  injectable: ["operator_error", "missing_step"],
  analyse: async ({ solution }) => ({
    label: solution.includes("missing_step") ? "missing_step" : "operator_error",
    firstWrongStep: 1,
    explanation: "",
  }),
  inject: async ({ label, seed }) => ({
    solution: `first\n${label} ${seed}\n#### wrong`,
    explanation: "made so",
  }),
  fix: async ({ problem }) => `no.\n#### ${problem.answer}`,
  restart: async ({ alternative }) => `start again.\n${alternative}`,
  smooth: async ({ continuation }) => `wait, ${continuation}`,
  ...more,
});

export const lemmaContext = (parts: ContextParts, more: Partial<MistakeInstructor> = {}) =>
  contextOf({
    ...parts,
    services: { instructor: instructorWith({ mistakes: toyMistakes(more) }), ...parts.services },
  });

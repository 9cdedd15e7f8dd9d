/** The public interface of Errata: everything that `errata run` is made of. */
export type { CustomGrade, GradeFunction } from "./config/custom-grader.ts";
export { defineConfig } from "./config/define-config.ts";
export { embeddedDefault } from "./config/embedded-default.ts";
export { contaminationOf, loadGiven } from "./config/given.ts";
export { type LoadedConfig, loadConfig, parseConfig } from "./config/load.ts";
export { type RecipeName, recipes } from "./config/recipes.ts";
export type { Config, ConfigInput } from "./config/schema.ts";
export { createServices } from "./config/services.ts";
export { Adapter } from "./domain/adapter.ts";
export { Attempt, type Case, Verdict } from "./domain/attempt.ts";
export { Correction, DroppedCorrection } from "./domain/correction.ts";
export { Diagnosis } from "./domain/diagnosis.ts";
export { Dialogue, DialogueAnswer } from "./domain/dialogue.ts";
export { ErroneousSolution } from "./domain/erroneous-solution.ts";
export { ErrorType } from "./domain/error-type.ts";
export { BenchmarkProblem, EvaluatedProblem } from "./domain/evaluation.ts";
export { MajorityVote } from "./domain/majority-vote.ts";
export { BenchmarkMistake, MistakeAnalysis } from "./domain/mistake-analysis.ts";
export { MistakeLabel } from "./domain/mistake-label.ts";
export { Problem } from "./domain/problem.ts";
export { Sample } from "./domain/sample.ts";
export { SelectionScore } from "./domain/selection-score.ts";
export { ForcedPrefix, PrefixContinuation } from "./domain/self-correction.ts";
export { DroppedProblem, SyntheticOrigin, SyntheticProblem } from "./domain/synthetic-problem.ts";
export { TrainingExample } from "./domain/training-example.ts";
export { canonicalDump } from "./engine/canonical-dump.ts";
export { executeRun, type Given, type RunOptions, type RunServices } from "./engine/execute-run.ts";
export type { ProgressEvent, ProgressListener } from "./engine/progress.ts";
export { type Line, type Plan, type PlanOptions, planRun, type Recipe, type Step } from "./engine/recipe.ts";
export { claimRunFolder, type RunFolder, runFolderAt } from "./engine/run-folder.ts";
export type { RunStore } from "./engine/run-store.ts";
export { openSqliteRunStore } from "./engine/sqlite-run-store.ts";
export {
  collectRows,
  type Exported,
  type ExportFormat,
  type ExportRow,
  exporters,
  type Lineage,
} from "./exports/index.ts";
export { ErrataError, UnansweredError, UnusableAnswerError } from "./foundation/errors.ts";
export type { Grade, Grader } from "./graders/grader.ts";
export type {
  ClusterRequest,
  Instructor,
  ProblemDraft,
  SolutionRequest,
  SynthesisRequest,
} from "./instructors/instructor.ts";
export { createLlmInstructor, type LlmInstructorOptions } from "./instructors/llm/index.ts";
export type { MistakeInstructor } from "./instructors/mistake-instructor.ts";
export type { Generation, GenerationRequest, LanguageModel } from "./models/language-model.ts";
export type { ModelServer } from "./models/model-server.ts";
export type { Demonstration, PromptTemplate } from "./models/prompt-template.ts";
export { collectReportData } from "./report/collect/index.ts";
export { buildSummary, type ReportData, renderConsole, renderHtml, type Summary } from "./report/index.ts";
export { defineStage, type Stage, type StageContext, type StageResult } from "./stages/stage.ts";
export type {
  Trainer,
  TrainingRequest,
  TrainingResult,
  TrainingSettings,
} from "./trainers/trainer.ts";

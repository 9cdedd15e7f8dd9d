import type { z } from "zod";
import type { Adapter } from "../domain/adapter.ts";
import type { Attempt } from "../domain/attempt.ts";
import type { Correction, DroppedCorrection } from "../domain/correction.ts";
import type { Diagnosis } from "../domain/diagnosis.ts";
import type { Dialogue, DialogueAnswer } from "../domain/dialogue.ts";
import type { ErroneousSolution } from "../domain/erroneous-solution.ts";
import type { ErrorType } from "../domain/error-type.ts";
import type { BenchmarkDiagnosis, BenchmarkProblem, EvaluatedProblem } from "../domain/evaluation.ts";
import type { MajorityVote } from "../domain/majority-vote.ts";
import type { BenchmarkMistake, MistakeAnalysis } from "../domain/mistake-analysis.ts";
import type { Problem } from "../domain/problem.ts";
import type { Sample } from "../domain/sample.ts";
import type { SelectionScore } from "../domain/selection-score.ts";
import type { ForcedPrefix, PrefixContinuation } from "../domain/self-correction.ts";
import type { DroppedProblem, SyntheticProblem } from "../domain/synthetic-problem.ts";
import type { TrainingExample } from "../domain/training-example.ts";
import type { Json } from "../foundation/content-key.ts";
import type { Grader } from "../graders/grader.ts";
import type { ScoringGrader } from "../graders/scoring-grader.ts";
import type { Instructor } from "../instructors/instructor.ts";
import type { LanguageModel } from "../models/language-model.ts";
import type { PromptTemplate } from "../models/prompt-template.ts";
import type { InfluenceRequest, Trainer, TrainingRequest, TrainingResult } from "../trainers/trainer.ts";
import type { ForecastView, StageForecast } from "./forecast.ts";

/** What stages leave behind for later stages: the row type of each kind. */
export interface Artifacts {
  seedProblems: Problem;
  devProblems: Problem;
  benchmarkProblems: BenchmarkProblem;
  /** Other texts that new problems must differ from. */
  novelFromProblems: Problem;
  attempts: Attempt;
  diagnoses: Diagnosis;
  errorTypes: ErrorType;
  reviewedErrorTypes: ErrorType;
  syntheticProblems: SyntheticProblem;
  droppedProblems: DroppedProblem;
  selectionScores: SelectionScore;
  samples: Sample;
  mistakeAnalyses: MistakeAnalysis;
  erroneousSolutions: ErroneousSolution;
  /** Corrections of each kind as the instructor wrote them, and all of them smoothed. */
  fixes: Correction;
  restarts: Correction;
  smoothedCorrections: Correction;
  droppedCorrections: DroppedCorrection;
  trainingExamples: TrainingExample;
  adapters: Adapter;
  evaluatedProblems: EvaluatedProblem;
  benchmarkDiagnoses: BenchmarkDiagnosis;
  benchmarkMistakes: BenchmarkMistake;
  majorityVotes: MajorityVote;
  /** Beginnings of solutions of benchmark problems, and how models went on from them: for the report alone. */
  forcedPrefixes: ForcedPrefix;
  prefixContinuations: PrefixContinuation;
  /** Dialogues about benchmark problems, and what models answered in them: for the report alone. */
  dialogues: Dialogue;
  dialogueAnswers: DialogueAnswer;
}
export type ArtifactName = keyof Artifacts;

/** A unit of one-by-one work: what it is about, and everything that determines its result. */
export interface Item<Input> {
  id: string;
  key: Json;
  input: Input;
}

/** What became of an item. */
export type Outcome<Output> = { state: "done"; output: Output } | { state: "failed"; reason: string };

/** The services a stage may name in `uses`; their ids are part of the key of everything the stage makes. */
export interface Services {
  target: TargetModels;
  template: PromptTemplate;
  instructor: Instructor;
  grader: Grader;
  /** Grades what evaluation measures: a paper may report by another rule than it learns by. */
  benchmarkGrader: ScoringGrader;
  trainer: AdapterTrainer;
}
export type ServiceName = keyof Services;

/** The target model as a run calls it: every response is cached. */
export interface TargetModels {
  readonly id: string;
  /** The base model with an adapter, or without one. Stays open until the step ends. */
  withAdapter(adapter: Adapter | null): Promise<LanguageModel>;
}

/** The trainer as a run calls it: an adapter that exists already is not trained again. */
export interface AdapterTrainer {
  readonly id: string;
  train(
    request: Omit<TrainingRequest, "outputDirectory" | "workDirectory" | "startFrom" | "signal"> & {
      startFrom: Adapter | null;
    },
  ): Promise<{ adapter: Pick<Adapter, "key" | "digest">; result: TrainingResult }>;
  /** As the trainer's own, where it has it. What an interrupted one computed is not computed again. */
  influences?(
    request: Omit<InfluenceRequest, "workDirectory" | "signal">,
  ): ReturnType<NonNullable<Trainer["influences"]>>;
}

/** What a stage sees of the run. */
export interface StageContext {
  readonly recipe: string;
  readonly iteration: number;
  /** Seeds every random choice of this stage in this iteration. */
  readonly seed: string;
  readonly services: Services;
  readonly signal: AbortSignal;
  /** Rows of the newest stage before this one that wrote `name`; empty when none did. */
  read<Name extends ArtifactName>(name: Name): Artifacts[Name][];
  /** Rows of every stage before this one that wrote `name`, oldest first. */
  readEvery<Name extends ArtifactName>(name: Name): Artifacts[Name][];
  /**
   * Works on items one by one, `concurrency` at a time, and returns their outcomes in the order of the items.
   * A finished item is stored at once and not worked on again. An item whose work throws `UnusableAnswerError` is
   * failed with that reason, and so is one that throws `UnansweredError`, until the next run; any other error stops
   * the run.
   */
  each<Input, Output extends object>(
    items: Iterable<Item<Input>>,
    concurrency: number,
    work: (input: Input) => Promise<Output>,
  ): Promise<Outcome<Output>[]>;
  /** Says how far a stage has come whose work is not `each`. */
  progress(done: number, total: number, note?: string): void;
}

/** What a stage leaves behind. */
export interface StageResult {
  artifacts: { [Name in ArtifactName]?: Artifacts[Name][] };
  /** Conservation: in = done + the sum of `notDone`. */
  in: number;
  done: number;
  /** How many items ended otherwise, by reason. */
  notDone: Record<string, number>;
  /** What did not go as it should and left no item undone, in sentences. */
  remarks?: readonly string[];
}

/** One stage of a recipe. What it reads, writes and uses is declared, checked before anything runs, and held to. */
export interface Stage<Settings = unknown> {
  readonly name: string;
  /** Raised when the stage's results change for the same input. */
  readonly version: number;
  readonly settings: z.ZodType<Settings>;
  /** What must have been given or made before. */
  readonly reads: readonly ArtifactName[];
  /** What is read too where there is any: empty where nothing gave or made it yet. */
  readonly mayRead: readonly ArtifactName[];
  /** What of it is left unread with these settings: the less a stage waits for, the earlier it begins. */
  unread?(settings: Settings): readonly ArtifactName[];
  readonly writes: readonly ArtifactName[];
  readonly uses: readonly ServiceName[];
  /** What of them it does without with these settings. */
  unused?(settings: Settings): readonly ServiceName[];
  /** What it will ask of models, and what it will leave, where that can be told before it runs. */
  forecast?(view: ForecastView<ArtifactName>, settings: Settings): StageForecast<ArtifactName>;
  run(context: StageContext, settings: Settings): Promise<StageResult>;
}

/** Gives a stage literal its type. */
export function defineStage<Settings>(stage: Stage<Settings>): Stage<Settings> {
  return stage;
}

/** Counts reasons: `tally(["a", "b", "a"])` is `{ a: 2, b: 1 }`. */
export function tally(reasons: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const reason of reasons) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

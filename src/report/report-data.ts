import { z } from "zod";
import { Adapter } from "../domain/adapter.ts";
import { Attempt } from "../domain/attempt.ts";
import { Dialogue, DialogueAnswer } from "../domain/dialogue.ts";
import { ErrorType } from "../domain/error-type.ts";
import { ScoreName, Scores } from "../domain/evaluation.ts";
import { MajorityVote } from "../domain/majority-vote.ts";
import { BenchmarkMistake } from "../domain/mistake-analysis.ts";
import { Problem } from "../domain/problem.ts";
import { SelectionScore } from "../domain/selection-score.ts";
import { ForcedPrefix, PrefixContinuation } from "../domain/self-correction.ts";

const count = z.int().nonnegative();
const iteration = z.int().positive();
const armId = z.string().min(1);

/** What a run is, apart from what it found. */
export const ReportedRun = z.object({
  name: z.string(),
  recipe: z.string(),
  seed: z.string(),
  /** The frozen configuration as text, without secrets. */
  configText: z.string(),
  startedAt: z.iso.datetime(),
  /** Null while the run is not at its end. */
  finishedAt: z.iso.datetime().nullable(),
  errataVersion: z.string(),
  targetModel: z.string(),
  instructor: z.string(),
  /** The score that decides what is right: the others stand beside it. */
  primaryScore: ScoreName,
  /** The rules behind the scores, with their versions. */
  benchmarkGrader: z.string(),
  /** Why the run is marked contaminated (its seeds come from a test split), or null where it is not. */
  contamination: z.string().nullable(),
});
export type ReportedRun = z.infer<typeof ReportedRun>;

/** A way of making training examples from the same budget: the method of the run, or a control beside it. */
export const Arm = z.object({
  id: armId,
  role: z.enum(["method", "random-selection", "untargeted", "baseline"]),
  /** As screens show it: "SEI", "random selection". */
  title: z.string(),
  /** One sentence: how its examples were chosen. */
  explanation: z.string(),
  /** What it has as much of as the method: training examples where nothing is said, or characters of text. */
  equalIn: z.enum(["examples", "text"]).optional(),
});
export type Arm = z.infer<typeof Arm>;

/** A held-out problem, with the error types of the base model's attempt where that was diagnosed. */
export const ReportedProblem = Problem.extend({ errorTypeIds: z.array(z.string()).default([]) });

/** A set of held-out problems that every model of the run is evaluated on. */
export const Benchmark = z.object({
  id: z.string().min(1),
  title: z.string(),
  /** `in-domain`: the kinds of problem that training drew on; `out-of-domain`: kinds it never saw. */
  domain: z.enum(["in-domain", "out-of-domain"]),
  problems: z.array(ReportedProblem),
});
export type Benchmark = z.infer<typeof Benchmark>;

/** An attempt at a held-out problem with what it is by each score, where there are several. */
export const ScoredAttempt = Attempt.extend({ scores: Scores.optional() });
export type ScoredAttempt = z.infer<typeof ScoredAttempt>;

/** Greedy attempts at a benchmark. Problems without an attempt (failed, pending) are left out of every figure. */
const BaseEvaluation = z.object({ benchmarkId: z.string(), attempts: z.array(ScoredAttempt) });
const AdaptedEvaluation = BaseEvaluation.extend({ armId, iteration });

/**
 * The account of one stage. Conservation: in = done + the sum of `notDone` + pending.
 *
 * `calls`, tokens and cost count every answer that the stage needed, once; `cachedCalls` and `seconds` tell how this
 * run went and may differ between runs with equal results.
 */
export const StageAccount = z.object({
  armId,
  /** 0 before the first iteration: the evaluation of the base model. */
  iteration: count,
  stage: z.string(),
  in: count,
  done: count,
  /** Items that were dropped or failed, by reason. */
  notDone: z.record(z.string(), count).default({}),
  pending: count.default(0),
  calls: count.default(0),
  /** How many of the calls were answered from what was already stored. */
  cachedCalls: count.default(0),
  inputTokens: count.default(0),
  outputTokens: count.default(0),
  /** Calls whose tokens the server did not count: theirs are estimated, and so is what they cost. */
  estimatedCalls: count.default(0),
  seconds: z.number().nonnegative().default(0),
  /** US dollars; null where the price of a model that was called is not known. */
  cost: z.number().nonnegative().nullable(),
});
export type StageAccount = z.infer<typeof StageAccount>;

/** A bad case of an error type, from the wrong attempt to what later models made of the problem. */
const ErrorExample = z.object({
  problem: Problem,
  attempt: Attempt,
  keyphrase: z.string(),
  diagnosis: z.string(),
  later: z.array(z.object({ iteration, attempt: Attempt })).default([]),
});

/** An error type as one iteration found it. */
export const ReportedErrorType = ErrorType.omit({ keyphrases: true }).extend({
  iteration,
  badCases: count,
  keyphrases: z.array(z.object({ text: z.string(), count })),
  /** How many of its bad cases the model solves after each iteration. */
  rightAfter: z.array(z.object({ iteration, right: count })).default([]),
  examples: z.array(ErrorExample).default([]),
});
export type ReportedErrorType = z.infer<typeof ReportedErrorType>;

/** One selection: every candidate with its score. */
export const Selection = z.object({
  armId,
  iteration,
  /** Dev problems that a candidate was scored on. */
  devSize: count,
  scores: z.array(SelectionScore),
});
export type Selection = z.infer<typeof Selection>;

/** One training: the adapter with its losses. */
export const Training = z.object({ armId, iteration, adapter: Adapter });
export type Training = z.infer<typeof Training>;

/** A training example and a benchmark problem that are alike, with what of them is. */
const OverlappingPair = z.object({
  exampleId: z.string(),
  problemId: z.string(),
  example: z.string(),
  problem: z.string(),
});

const overlapping = <Pair extends z.ZodType>(pair: Pair) =>
  z.object({
    /** Examples that overlap with a problem, and problems that overlap with an example. */
    examples: count,
    problems: count,
    /** Those that are the most alike, worst first. */
    worst: z.array(pair),
  });

/** What an arm trained on, held against one benchmark. */
export const Overlap = z.object({
  armId,
  benchmarkId: z.string(),
  examples: count,
  problems: count,
  /** Words in a row that stand in both, in question or solution. */
  nGrams: overlapping(OverlappingPair.extend({ shared: count })),
  /** Questions that are alike by Rouge-L; pairs below the threshold are shown too, and not counted. */
  questions: overlapping(OverlappingPair.extend({ rougeL: z.number() })),
});
export type Overlap = z.infer<typeof Overlap>;

/** How much of the training data stands in the benchmarks, too. A report: nothing is chosen by it. */
export const OverlapReport = z.object({
  /** Words in a row that two texts must share. */
  nGram: z.int().positive(),
  /** Above this Rouge-L F-measure two questions are alike. */
  rougeL: z.number(),
  arms: z.array(Overlap),
});
export type OverlapReport = z.infer<typeof OverlapReport>;

/** How every model of the run went on from the same wrong and right beginnings. */
export const ReportedSelfCorrection = z.object({
  prefixes: z.array(ForcedPrefix),
  models: z.array(
    z.object({
      /** Null for the base model, whose iteration is 0. */
      armId: armId.nullable(),
      iteration: count,
      continuations: z.array(PrefixContinuation),
    }),
  ),
});
export type ReportedSelfCorrection = z.infer<typeof ReportedSelfCorrection>;

/** What every model of the run answered in the same dialogues. */
export const ReportedDialogues = z.object({
  dialogues: z.array(Dialogue),
  models: z.array(
    z.object({
      /** Null for the base model, whose iteration is 0. */
      armId: armId.nullable(),
      iteration: count,
      answers: z.array(DialogueAnswer),
    }),
  ),
});
export type ReportedDialogues = z.infer<typeof ReportedDialogues>;

/** The mistakes in a model's wrong answers on the benchmarks. */
export const ReportedMistakes = z.object({
  /** Null for the base model, whose iteration is 0. */
  armId: armId.nullable(),
  iteration: count,
  mistakes: z.array(BenchmarkMistake),
});
export type ReportedMistakes = z.infer<typeof ReportedMistakes>;

/** What most samples of a model answer to benchmark problems. */
export const ReportedVotes = z.object({
  /** Null for the base model, whose iteration is 0. */
  armId: armId.nullable(),
  iteration: count,
  votes: z.array(MajorityVote),
});
export type ReportedVotes = z.infer<typeof ReportedVotes>;

/** Something a person should know before trusting the figures, and what to do about it. */
export const Warning = z.object({ message: z.string(), advice: z.string() });
export type Warning = z.infer<typeof Warning>;

/**
 * Everything a report is made from: plain data, filled from the run store. Any list may be empty; a run that ended
 * after synthesis has a report, too.
 */
export const ReportData = z.object({
  run: ReportedRun,
  arms: z.array(Arm),
  benchmarks: z.array(Benchmark),
  /** The base model before any training, once per benchmark. */
  baseEvaluations: z.array(BaseEvaluation),
  evaluations: z.array(AdaptedEvaluation),
  stages: z.array(StageAccount),
  errorTypes: z.array(ReportedErrorType),
  selections: z.array(Selection),
  trainings: z.array(Training),
  overlap: OverlapReport,
  /** Null where it was not measured. */
  selfCorrection: ReportedSelfCorrection.nullable(),
  /** Null where none was held. */
  dialogues: ReportedDialogues.nullable(),
  /** Empty where they were not named. */
  mistakes: z.array(ReportedMistakes),
  /** Empty where no votes were taken. */
  votes: z.array(ReportedVotes),
  /** What the stages noticed; the report adds the failure signs that it can see in the figures. */
  warnings: z.array(Warning).default([]),
});
export type ReportData = z.infer<typeof ReportData>;

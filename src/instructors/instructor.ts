import type { Case } from "../domain/attempt.ts";
import type { Diagnosis } from "../domain/diagnosis.ts";
import type { ErrorType } from "../domain/error-type.ts";
import type { Problem } from "../domain/problem.ts";
import type { LanguageModel } from "../models/language-model.ts";
import type { MistakeInstructor } from "./mistake-instructor.ts";

/** What an instructor is shown when it writes new problems. */
export interface SynthesisRequest {
  errorType: ErrorType;
  /** Bad cases of the type, each with its diagnosis. */
  badCases: readonly { case: Case; diagnosis: Diagnosis }[];
  /** Problems already kept for the type. */
  kept: readonly Problem[];
  /** How many problems to write. */
  count: number;
  /** Seeds every random choice of the call. */
  seed: string;
}

/** What an instructor is shown when it writes new problems and knows no error types: the baselines. */
export interface VariationRequest {
  /** The bad case that the new problems are to practise; null where nothing is to be said of any mistake. */
  badCase: Case | null;
  /** Beside a bad case: problems like it that the target solves. Without one: problems to write more of. */
  problems: readonly Problem[];
  /** How many problems to write. */
  count: number;
  /** Seeds every random choice of the call. */
  seed: string;
}

/** The phrases to group, and what seeds every random choice of the grouping. */
export interface ClusterRequest {
  keyphrases: readonly string[];
  seed: string;
  /** Told, in a sentence, what did not go as it should where the types can be used all the same. */
  onRemark?: (remark: string) => void;
}

/** A problem to solve without having seen a solution of it. */
export interface SolutionRequest {
  question: string;
  /** A solution of another problem, or of this one: the answer is to be stated in the form that it has. */
  like: string;
  /** Tells independent solutions of one problem apart. */
  seed: string;
}

/** A problem as the instructor wrote it: nothing has been checked yet. */
export interface ProblemDraft {
  question: string;
  solution: string;
  skill?: string;
}

/** A worked problem to ask further questions about. */
export interface FollowUpRequest {
  problem: Problem;
  /** Seeds every random choice of the call. */
  seed: string;
}

/**
 * Names the causes of mistakes and writes new problems.
 *
 * Adapters promise: results depend on the arguments alone (a language model behind it is cached by request), and an
 * answer that cannot be used is an exception that says why.
 */
export interface Instructor {
  /** Name and version: part of the content key of everything it writes. */
  readonly id: string;
  /** How many calls it can usefully hold in flight. */
  readonly concurrency: number;
  /** SEI eq. 2: the cause of the first mistake of a bad case. */
  diagnose(badCase: Case, signal?: AbortSignal): Promise<Diagnosis>;
  /** SEI eq. 3: groups distinct keyphrases into error types that cover them all. */
  cluster(request: ClusterRequest, signal?: AbortSignal): Promise<ErrorType[]>;
  synthesize(request: SynthesisRequest, signal?: AbortSignal): Promise<ProblemDraft[]>;
  /** Writes new problems like those shown, of an instructor that can do without error types. */
  vary?(request: VariationRequest, signal?: AbortSignal): Promise<ProblemDraft[]>;
  /** Writes a solution of a problem, of an instructor that can: votes on the answers of new problems. */
  solve?(request: SolutionRequest, signal?: AbortSignal): Promise<string>;
  /**
   * Writes two questions to be asked one after the other once a problem is answered, each building on what was asked and
   * answered before it, of an instructor that can.
   */
  followUps?(request: FollowUpRequest, signal?: AbortSignal): Promise<ProblemDraft[]>;
  /** What LEMMA asks, of an instructor that can answer it. */
  readonly mistakes?: MistakeInstructor;
  /** How many calls of its language model it takes to cluster so many keyphrases, where each is answered well. */
  callsToCluster?(keyphrases: number): number;
  /** The same instructor, asking its language model through what `wrap` makes of it: a run stores what it is answered. */
  askingThrough?(wrap: (model: LanguageModel) => LanguageModel): Instructor;
  /** Ends what the instructor holds. */
  close?(): Promise<void>;
}

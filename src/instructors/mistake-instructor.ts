import type { ErroneousSolution } from "../domain/erroneous-solution.ts";
import type { MistakeAnalysis } from "../domain/mistake-analysis.ts";
import type { MistakeLabel } from "../domain/mistake-label.ts";
import type { Problem } from "../domain/problem.ts";

/** A wrong solution to judge, as text alone: who made it wrong, and how, is not told. */
export interface AnalysisRequest {
  problem: Problem;
  solution: string;
}

export interface InjectionRequest {
  problem: Problem;
  label: MistakeLabel;
  /** Tells injections of one label into one problem apart. */
  seed: string;
}

/** A solution that was made wrong: nothing has been checked yet. */
export interface InjectedMistake {
  solution: string;
  explanation: string;
}

export interface FixRequest {
  problem: Problem;
  erroneous: ErroneousSolution;
  seed: string;
}

export interface RestartRequest extends FixRequest {
  /** The right solution to turn to: the target's own where it has one, else the reference's. */
  alternative: string;
}

export interface SmoothingRequest {
  problem: Problem;
  /** The wrong beginning, which is not to be changed. */
  prefix: string;
  /** What follows it so far, without the white space between. */
  continuation: string;
  seed: string;
}

/**
 * Makes mistakes, names them, and writes how they are noticed and corrected (LEMMA; papers' section 2.3).
 *
 * Adapters promise: results depend on the arguments alone (a language model behind it is cached by request), and an
 * answer that cannot be used is an `UnusableAnswerError` that says why. Steps are those of `splitSteps`.
 */
export interface MistakeInstructor {
  /** The labels that it can inject. */
  readonly injectable: readonly MistakeLabel[];
  /** The first wrong step of a solution and its label. */
  analyse(
    request: AnalysisRequest,
    signal?: AbortSignal,
  ): Promise<Pick<MistakeAnalysis, "label" | "firstWrongStep" | "explanation">>;
  /** A plausible wrong solution whose first mistake is of the label. */
  inject(request: InjectionRequest, signal?: AbortSignal): Promise<InjectedMistake>;
  /** What follows `erroneous.prefix`: the reflection, the repaired step and the steps after it. */
  fix(request: FixRequest, signal?: AbortSignal): Promise<string>;
  /** What follows `erroneous.prefix`: the reflection, and the alternative from its beginning. */
  restart(request: RestartRequest, signal?: AbortSignal): Promise<string>;
  /** The continuation again, so that it follows the prefix without a break. */
  smooth(request: SmoothingRequest, signal?: AbortSignal): Promise<string>;
}

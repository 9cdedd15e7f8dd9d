import type { Verdict } from "../domain/attempt.ts";

export interface Grade {
  prediction: string | null;
  verdict: Verdict;
  how: string;
}

/** What else is known of an output and its problem; graders may ignore it. */
export interface GradingContext {
  /** The options of a multiple-choice problem, with or without their letters. */
  readonly choices?: readonly string[] | undefined;
  /** How the generation ended. */
  readonly finishReason?: "stop" | "length" | undefined;
}

/** Judges an output against a reference answer. Pure: the same input gives the same grade. */
export interface Grader {
  /** Name and version: part of the content key of everything graded. */
  readonly id: string;
  grade(output: string, referenceAnswer: string, context?: GradingContext): Grade;
}

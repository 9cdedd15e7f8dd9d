import type { Verdict } from "../domain/attempt.ts";

export interface Grade {
  prediction: string | null;
  verdict: Verdict;
  how: string;
}

/** Judges an output against a reference answer. Pure: the same input gives the same grade. */
export interface Grader {
  /** Name and version: part of the content key of everything graded. */
  readonly id: string;
  grade(output: string, referenceAnswer: string): Grade;
}

import type { Keyphrase } from "../taxonomy.ts";
import type { Calculation } from "./calculation.ts";
import type { Counterpart } from "./counterpart.ts";
import type { Progress } from "./progress.ts";
import type { Situation } from "./situation.ts";

/** A named cause. The keyphrase is one of a finite list; the detail is a sentence with the numbers. */
export interface Finding {
  readonly keyphrase: Keyphrase;
  readonly detail: string;
}

/** The first wrong calculation of an attempt, with what it stands in the place of. */
export interface Mistake {
  readonly situation: Situation;
  readonly progress: Progress;
  readonly wrong: Calculation;
  /** Null where nothing of the reference resembles the wrong calculation. */
  readonly counterpart: Counterpart | null;
}

/** Recognises one cause of a wrong calculation, or leaves the mistake to the next. */
export type Cause = (mistake: Mistake) => Finding | null;

/** Recognises what is wrong with an answer although every calculation is on a correct way. */
export type AnswerCause = (situation: Situation, progress: Progress) => Finding | null;

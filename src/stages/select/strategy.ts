import type { Case } from "../../domain/attempt.ts";
import type { Problem } from "../../domain/problem.ts";
import type { SyntheticProblem } from "../../domain/synthetic-problem.ts";
import type { TrainingSettings } from "../../trainers/trainer.ts";
import type { Pool } from "./choose.ts";
import type { DevSet } from "./dev-set.ts";
import type { Scored } from "./scores.ts";

/** A candidate to be shown as the worked example before some dev cases. */
export interface Trials {
  candidate: SyntheticProblem;
  cases: readonly Case[];
  /** Tells these trials from others of the candidate; needed where a strategy asks more than once. */
  round?: number;
}

/**
 * The mean log-likelihood of a token of each case's reference solution, after each of the examples or without one (null);
 * null where that could not be told. What was told before is not asked again.
 */
export type LikelihoodsAfter = (
  demonstrations: readonly (SyntheticProblem | null)[],
  cases: readonly Case[],
) => Promise<(number[] | null)[]>;

/** What is compared by the gradients of reference solutions; see `Trainer.influences`. */
export interface InfluenceTrials {
  /** Sets of problems that the target should become better at. */
  targets: readonly (readonly Problem[])[];
  /** What an adapter is trained on first. */
  warmUp: readonly SyntheticProblem[];
  settings: TrainingSettings;
}

/** What a strategy works on. What costs calls is asked for, and only what is asked for is paid. */
export interface SelectionTask {
  readonly candidates: readonly SyntheticProblem[];
  /** Indices of candidates that compete with each other, and how many are kept of them. */
  readonly pools: readonly Pool[];
  /** Seeds every random choice. */
  readonly seed: string;
  /** The dev cases that candidates are judged on, bad ones and good ones. */
  devSet(): Promise<DevSet>;
  /**
   * Whether the target solves each case after the candidate, in the order of the cases; null where that could not be told.
   * Trials that were made before are not made again.
   */
  tryOneShot(trials: readonly Trials[]): Promise<(boolean[] | null)[]>;
  /** @throws ErrataError where the target does not tell likelihoods */
  likelihoods(): Promise<LikelihoodsAfter>;
  /**
   * The function that tells the influence of every candidate, null where it is too long.
   *
   * @throws ErrataError where the trainer cannot tell
   */
  influences(): (trials: InfluenceTrials) => Promise<(number | null)[]>;
}

/** How a strategy judges the candidates: the best are those with the highest scores. */
export interface Judgement {
  /** In the order of the candidates, without those that could not be judged. */
  scored: Scored[];
  /** What a person should know of it, in sentences. */
  remarks: string[];
}

/** A way to find the candidates that are worth training on. The same task and answers give the same judgement. */
export type SelectionStrategy = (task: SelectionTask) => Promise<Judgement>;

import type { SyntheticProblem } from "../../domain/synthetic-problem.ts";
import type { Json } from "../../foundation/content-key.ts";
import type { Instructor, ProblemDraft } from "../../instructors/instructor.ts";
import type { Item } from "../stage.ts";

/** What new problems are written for (an error type, a bad case, or nothing in particular), and how far that is. */
export interface Topic {
  readonly id: string;
  quota: number;
  readonly kept: SyntheticProblem[];
  /** Instructor calls made so far. */
  calls: number;
  /** Rounds in a row that kept nothing. */
  barrenRounds: number;
}

/** One instructor call: whom it is for, and the ids of what is shown. */
export interface WritingCall {
  topic: Topic;
  /** Its number among the calls for the topic, from 0. */
  call: number;
  seeds: string[];
  /** All that the instructor is shown. */
  key: Json;
  write(instructor: Instructor, signal: AbortSignal): Promise<ProblemDraft[]>;
}

export function newTopic(id: string, quota: number): Topic {
  return { id, quota, kept: [], calls: 0, barrenRounds: 0 };
}

/** A topic that lacks problems, and has not been given up after `patience` rounds that kept nothing. */
export function isOpen({ kept, quota, barrenRounds }: Topic, patience: number): boolean {
  return kept.length < quota && barrenRounds < patience;
}

/** A call as an item of a stage. */
export function itemOfCall(call: WritingCall): Item<WritingCall> {
  return { id: `${call.topic.id}/call-${call.call}`, key: call.key, input: call };
}

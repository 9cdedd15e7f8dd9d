import { type Outcome, type StageResult, tally } from "./stage.ts";

/** The outputs of the items that ended well, in order. */
export function doneOutputs<Output>(outcomes: readonly Outcome<Output>[]): Output[] {
  return outcomes.flatMap((outcome) => (outcome.state === "done" ? [outcome.output] : []));
}

/** The first line of a reason says what kind it is; what follows is about the one item: an answer that cannot be read. */
export const kindOf = (reason: string): string => reason.split("\n", 1)[0]!;

/** Counts of a stage in which every item is one row in and at most one row out. */
export function countOutcomes(
  outcomes: readonly Outcome<unknown>[],
): Pick<StageResult, "in" | "done" | "notDone"> {
  const reasons = outcomes.flatMap((outcome) => (outcome.state === "failed" ? [kindOf(outcome.reason)] : []));
  return { in: outcomes.length, done: outcomes.length - reasons.length, notDone: tally(reasons) };
}

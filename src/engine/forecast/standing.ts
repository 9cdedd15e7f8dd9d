import { plannedSteps, type RunOptions } from "../execute-run.ts";
import type { Step } from "../recipe.ts";
import type { RunStore, StoredStep } from "../run-store.ts";
import { isStored } from "../stage-runner.ts";
import { countLeaves } from "./count-rows.ts";
import type { Leaves } from "./forecast-run.ts";

/** How far a run is that may have begun. */
export interface Standing {
  isDone(step: Step): boolean;
  /** Calls of a step that are answered and stored. */
  stored(step: Step): number;
  /** What a step left that is done. */
  leaves(step: Step): Leaves | undefined;
}

/**
 * How far a run is in a store; a step that is stored under other settings counts as not begun. `sampled` are calls
 * that were made for a step before the run began.
 */
export function standingOf(
  store: RunStore | null,
  run: Pick<RunOptions, "plan" | "given" | "services" | "seed"> | null,
  sampled: ReadonlyMap<string, number> = new Map(),
): Standing {
  const keys = new Map(run ? plannedSteps(run).map(({ id, key }) => [id, key]) : []);
  const current = (step: Step): StoredStep | undefined => {
    const stored = store?.step(step.id);
    return stored?.key === keys.get(step.id) ? stored : undefined;
  };
  const isDone = (step: Step) => current(step) !== undefined && isStored(store!, step.id);
  return {
    isDone,
    stored: (step) => current(step)?.calls.count ?? sampled.get(step.id) ?? 0,
    leaves: (step) => (isDone(step) ? countLeaves(store!, step) : undefined),
  };
}

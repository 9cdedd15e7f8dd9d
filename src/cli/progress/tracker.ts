import type { ProgressEvent } from "../../engine/progress.ts";
import type { Step } from "../../engine/recipe.ts";

/** A step under way, as far as it has told. */
export interface ActiveStep {
  step: Step;
  /** Items that ended, well or not. */
  ended: number;
  failed: number;
  total: number;
  note: string | undefined;
  /**
   * From when on speed is measured, and how much had ended by then: what was stored earlier says nothing about speed,
   * nor does work of another kind that came before in the same step.
   */
  since: { at: number; ended: number } | null;
}

export interface Speed {
  perSecond: number;
  secondsLeft: number;
}

/** Knows the steps under way: the controls work at the same time. */
export interface Tracker {
  observe(event: ProgressEvent): void;
  active(): ActiveStep[];
  find(step: Step): ActiveStep | undefined;
  /** Null as long as nothing has ended since speed is measured. */
  speedOf(active: ActiveStep): Speed | null;
}

/** `now` gives milliseconds. */
export function createTracker(now: () => number): Tracker {
  const active = new Map<string, ActiveStep>();
  return {
    observe(event) {
      const { step } = event;
      if (event.kind === "step-begun") {
        active.set(step.id, { step, ended: 0, failed: 0, total: 0, note: undefined, since: null });
      } else if (event.kind === "step-progress") {
        const { done, failed, total, note } = event;
        const ended = done + failed;
        const earlier = active.get(step.id);
        // A larger total announces further work, perhaps of another kind.
        const since = earlier?.total === total && earlier.since ? earlier.since : { at: now(), ended };
        active.set(step.id, { step, ended, failed, total, note, since });
      } else {
        active.delete(step.id);
      }
    },
    active: () => [...active.values()],
    find: ({ id }) => active.get(id),
    speedOf({ ended, total, since }) {
      if (!since || ended === since.ended) return null;
      const seconds = (now() - since.at) / 1000;
      if (seconds <= 0) return null;
      const perSecond = (ended - since.ended) / seconds;
      return { perSecond, secondsLeft: (total - ended) / perSecond };
    },
  };
}

/** Measures how many calls a second an endpoint completes at one setting of the concurrency. */
export interface ThroughputMeter {
  /** Begins anew: the first completions belong to calls that started before, and are not counted. */
  restart(concurrency: number): void;
  /** Counts a completion; gives the completions per millisecond once there are enough to tell. */
  onCompletion(now: number): number | null;
}

const fewestCompletions = 25;

export function createThroughputMeter(): ThroughputMeter {
  let unsettled = 0;
  let needed = fewestCompletions;
  let counted = 0;
  let began = 0;
  return {
    restart(concurrency) {
      unsettled = concurrency;
      needed = Math.max(fewestCompletions, 2 * concurrency);
      counted = 0;
    },
    onCompletion(now) {
      if (unsettled > 0) {
        unsettled -= 1;
        began = now;
        return null;
      }
      counted += 1;
      return counted < needed ? null : counted / Math.max(now - began, Number.MIN_VALUE);
    },
  };
}

/** Measures how many calls an endpoint completes at one setting of the concurrency. */
export interface ThroughputMeter {
  /** Begins anew, and tells after `rounds` times as many completions as there are calls at once. */
  restart(concurrency: number, rounds: number): void;
  /** Counts a completion; gives the completions per millisecond once there are enough to tell. */
  onCompletion(now: number): number | null;
}

/** Fewer completions are too much a matter of chance. */
const fewestCompletions = 10;

export function createThroughputMeter(): ThroughputMeter {
  let unsettled = 0;
  let needed = 0;
  let counted = 0;
  let began = 0;
  return {
    restart(concurrency, rounds) {
      // The first to complete began before, and one completion has to mark the beginning.
      unsettled = concurrency;
      needed = rounds * Math.max(fewestCompletions, concurrency);
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

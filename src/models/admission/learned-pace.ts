/** Learns how many calls a minute an endpoint allows that tells how long to wait once they are used up. */
export interface LearnedPace {
  /** Calls a minute; `Infinity` until the endpoint has refused one. */
  perMinute(now: number): number;
  /** Notes a call that begins; the result is told to `onAccepted`. */
  onStart(): Cycle;
  onAccepted(startedIn: Cycle): void;
  /** The endpoint refused calls, told once for a burst of them, and is left alone until `until`. */
  onRefused(until: number): void;
}

/** From the end of one refusal's pause to the end of the next one's. */
export interface Cycle {
  began: number;
  /** `null` while it lasts. */
  ended: number | null;
  accepted: number;
}

/** Fewer say nothing about a pace. */
const fewestAccepted = 10;
/** Just after a refusal the pace is so much of what the endpoint allowed. */
const share = 0.97;
/** Milliseconds until the pace is back at what the endpoint allowed. */
const plateau = 30_000;

/**
 * The pace is what was accepted between two refusals over the whole time from one to the other, the wait included: exact
 * for fixed windows, sliding windows and token buckets alike. After a refusal it approaches that ceiling, stays near it
 * for a while, and then probes above it ever faster: the cubic growth of TCP CUBIC (RFC 9438, section 4.2).
 */
export function createLearnedPace(now: number): LearnedPace {
  let cycle: Cycle = { began: now, ended: null, accepted: 0 };
  let last: Cycle | null = null;

  return {
    perMinute(moment) {
      if (last === null) return Number.POSITIVE_INFINITY;
      const ceiling = (last.accepted / (last.ended! - last.began)) * 60_000;
      const growth = 1 + (1 - share) * ((moment - last.ended!) / plateau - 1) ** 3;
      return ceiling * Math.max(share, growth);
    },
    onStart: () => cycle,
    onAccepted(startedIn) {
      startedIn.accepted += 1;
    },
    onRefused(until) {
      if (cycle.accepted === 0 && last !== null) {
        // The wait after the last refusal was too short: it goes on.
        last.ended = until;
        cycle.began = until;
      } else if (cycle.accepted >= fewestAccepted) {
        cycle.ended = until;
        last = cycle;
        cycle = { began: until, ended: null, accepted: 0 };
      }
    },
  };
}

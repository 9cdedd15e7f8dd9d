/** Spreads what is spent evenly over time: the generic cell rate algorithm. */
export interface Pacer {
  /** The moment from which the next start is allowed. */
  readyAt(): number;
  /** Spends `cost` at the moment `now`. A negative cost gives back what was not needed after all. */
  spend(cost: number, now: number): void;
}

/** Starts may come so much too early: timers are late by a few milliseconds, and what they miss is caught up. */
const tolerance = 100;

/** At most `ratePerMinute` a minute, read anew at every spending; `Infinity` is no limit. */
export function createPacer(ratePerMinute: (now: number) => number): Pacer {
  let paidUntil = Number.NEGATIVE_INFINITY;
  return {
    readyAt: () => paidUntil - tolerance,
    spend(cost, now) {
      const milliseconds = (cost / ratePerMinute(now)) * 60_000;
      paidUntil = Math.max(paidUntil, now) + milliseconds;
    },
  };
}

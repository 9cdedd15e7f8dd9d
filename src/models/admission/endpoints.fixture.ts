import type { Clock } from "./clock.ts";

/** What an endpoint makes of a call: it answers after a while, or refuses it at once. */
export type Reception = { answersAfter: number } | { refusedFor: number | undefined };

/** An endpoint with a limit that it does not tell. `leave` is told when an answer is given. */
export interface HiddenLimit {
  receive(): Reception;
  leave(): void;
  /** The most calls that it answers in so many milliseconds. */
  possible(milliseconds: number): number;
}

const minute = 60_000;
/** Servers round up to whole seconds. */
const wholeSeconds = (milliseconds: number) => Math.ceil(milliseconds / 1000) * 1000;

/** So many calls in each window of time, whenever they come. */
export function fixedWindow(clock: Clock, limit: number, window: number, latency: number): HiddenLimit {
  let began = clock.now();
  let used = 0;
  return {
    receive() {
      const now = clock.now();
      if (now >= began + window) {
        began += Math.floor((now - began) / window) * window;
        used = 0;
      }
      if (used >= limit) return { refusedFor: wholeSeconds(began + window - now) };
      used += 1;
      return { answersAfter: latency };
    },
    leave() {},
    possible: (milliseconds) => Math.ceil(milliseconds / window) * limit,
  };
}

/** A store of calls that is refilled evenly. */
export function tokenBucket(clock: Clock, perMinute: number, capacity: number, latency: number): HiddenLimit {
  let level = capacity;
  let filled = clock.now();
  return {
    receive() {
      const now = clock.now();
      level = Math.min(capacity, level + ((now - filled) * perMinute) / minute);
      filled = now;
      if (level < 1) return { refusedFor: wholeSeconds(((1 - level) * minute) / perMinute) };
      level -= 1;
      return { answersAfter: latency };
    },
    leave() {},
    possible: (milliseconds) => capacity + (milliseconds * perMinute) / minute,
  };
}

/** Takes everything, but with more than `best` calls at once it answers fewer a second, the more the fewer. */
export function slowing(best: number, latency: number): HiddenLimit {
  let atWork = 0;
  return {
    receive() {
      atWork += 1;
      return { answersAfter: latency * Math.max(1, atWork / best) ** 1.3 };
    },
    leave() {
      atWork -= 1;
    },
    possible: (milliseconds) => (milliseconds / latency) * best,
  };
}

/** Refuses what comes while it works on so many calls, without a word about when to come back. */
export function fewAtOnce(most: number, latency: number): HiddenLimit {
  let atWork = 0;
  return {
    receive() {
      if (atWork >= most) return { refusedFor: undefined };
      atWork += 1;
      return { answersAfter: latency };
    },
    leave() {
      atWork -= 1;
    },
    possible: (milliseconds) => (milliseconds / latency) * most,
  };
}

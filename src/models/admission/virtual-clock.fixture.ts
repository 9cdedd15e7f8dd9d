import type { Clock } from "./clock.ts";

/** A clock whose time passes as soon as nothing else is left to do. */
export interface VirtualClock extends Clock {
  /** Lets time pass until the promise is settled. */
  until<Result>(promise: Promise<Result>): Promise<Result>;
}

export function createVirtualClock(): VirtualClock {
  let now = 0;
  let events: { at: number; call: () => void }[] = [];

  const passOne = () => {
    if (events.length === 0) throw new Error("Everything waits, and nothing will ever happen.");
    const next = events.reduce((first, event) => (event.at < first.at ? event : first));
    events = events.filter((event) => event !== next);
    now = next.at;
    next.call();
  };

  return {
    now: () => now,
    after(milliseconds, call) {
      const event = { at: now + Math.max(0, milliseconds), call };
      events.push(event);
      return () => {
        events = events.filter((other) => other !== event);
      };
    },
    async until(promise) {
      let isSettled = false;
      const settle = () => {
        isSettled = true;
      };
      promise.then(settle, settle);
      for (;;) {
        await new Promise(setImmediate);
        if (isSettled) return promise;
        passOne();
      }
    },
  };
}

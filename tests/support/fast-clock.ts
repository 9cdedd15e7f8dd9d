import type { Clock } from "../../src/models/admission/index.ts";

/** Time that passes so many times as fast, so that waits and time-outs take a test no time. */
export function fastClock(speed: number): Clock {
  return {
    now: () => performance.now() * speed,
    after(milliseconds, call) {
      const timer = setTimeout(call, milliseconds / speed);
      return () => clearTimeout(timer);
    },
  };
}

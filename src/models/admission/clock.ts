/** Time, injected so that tests need none. */
export interface Clock {
  /** Milliseconds since some fixed moment. */
  now(): number;
  /** Calls back once, so many milliseconds from now; the returned function cancels it. */
  after(milliseconds: number, call: () => void): () => void;
}

/** Node's timers hold no more than 31 bits of milliseconds. */
const longestTimer = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => performance.now(),
  after(milliseconds, call) {
    const timer = setTimeout(call, Math.min(milliseconds, longestTimer));
    return () => clearTimeout(timer);
  },
};

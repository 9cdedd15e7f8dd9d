/** Lets no time pass between looks and tries, and never calls the time of a call over. */
export const impatientClock = {
  now: () => performance.now(),
  after(milliseconds: number, call: () => void) {
    if (milliseconds < 60_000) setImmediate(call);
    return () => {};
  },
};

import type { Clock } from "../admission/index.ts";

/** Waits; rejects with the reason when the signal aborts before that. */
export function pause(seconds: number, clock: Clock, signal: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const cancelTimer = clock.after(seconds * 1000, resolve);
  const onAbort = () => {
    cancelTimer();
    reject(signal.reason);
  };
  if (signal.aborted) onAbort();
  signal.addEventListener("abort", onAbort, { once: true });
  return promise.finally(() => signal.removeEventListener("abort", onAbort));
}

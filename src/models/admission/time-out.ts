import { CallFailure } from "./call-failure.ts";
import type { Clock } from "./clock.ts";

/** Makes a call that ends, whether it listens to its signal or not, when the time is over or a signal aborts. */
export function callWithin<Result>(
  milliseconds: number,
  clock: Clock,
  signals: readonly AbortSignal[],
  call: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  const controller = new AbortController();
  const end = (reason: unknown) => {
    controller.abort(reason);
    reject(reason);
  };
  const cancelTimer = clock.after(milliseconds, () =>
    end(new CallFailure("timed-out", `there was no answer within ${milliseconds / 1000} s`)),
  );
  const forget = onAbort(signals, end);
  call(controller.signal)
    .then(resolve, reject)
    .finally(() => {
      cancelTimer();
      forget();
    });
  return promise;
}

/** Waits; rejects when a signal aborts before that. */
export function wait(milliseconds: number, clock: Clock, signals: readonly AbortSignal[]): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const cancelTimer = clock.after(milliseconds, resolve);
  const forget = onAbort(signals, (reason) => {
    cancelTimer();
    reject(reason);
  });
  return promise.finally(forget);
}

/** `AbortSignal.any` without its cost: tells the first abort, until it is told to forget about it. */
export function onAbort(signals: readonly AbortSignal[], tell: (reason: unknown) => void): () => void {
  const aborted = signals.find((signal) => signal.aborted);
  if (aborted) {
    tell(aborted.reason);
    return () => {};
  }
  const listeners = signals.map((signal) => ({ signal, listener: () => tell(signal.reason) }));
  for (const { signal, listener } of listeners) signal.addEventListener("abort", listener);
  return () => {
    for (const { signal, listener } of listeners) signal.removeEventListener("abort", listener);
  };
}

import { CallFailure } from "./call-failure.ts";
import { type Cancellation, onFirstCancel } from "./cancellation.ts";
import type { Clock } from "./clock.ts";

/** Makes a call that ends, whether it listens to its signal or not, when the time is over or it is cancelled. */
export function callWithin<Result>(
  milliseconds: number,
  clock: Clock,
  cancellations: readonly Cancellation[],
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
  const forget = onFirstCancel(cancellations, end);
  call(controller.signal)
    .then(resolve, reject)
    .finally(() => {
      cancelTimer();
      forget();
    });
  return promise;
}

/** Waits; rejects when it is cancelled before that. */
export function wait(
  milliseconds: number,
  clock: Clock,
  cancellations: readonly Cancellation[],
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const cancelTimer = clock.after(milliseconds, resolve);
  const forget = onFirstCancel(cancellations, (reason) => {
    cancelTimer();
    reject(reason);
  });
  return promise.finally(forget);
}

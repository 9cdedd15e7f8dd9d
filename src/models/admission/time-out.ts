import { CallFailure } from "./call-failure.ts";
import { type Cancellation, onFirstCancel } from "./cancellation.ts";
import type { Clock } from "./clock.ts";

/** What ends a call before it is answered. */
export interface CallEnds {
  /** How long it may take, in milliseconds. */
  within: number;
  /** Ends it at once. */
  stopping: Cancellation;
  /** Ends it some milliseconds later: what is under way may be answered meanwhile. */
  signal: Cancellation | undefined;
  grace: number;
}

/** Makes a call that ends, whether it listens to its signal or not, when the time is over or it is cancelled. */
export function callWithin<Result>(
  { within, stopping, signal, grace }: CallEnds,
  clock: Clock,
  call: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  const controller = new AbortController();
  const end = (reason: unknown) => {
    controller.abort(reason);
    reject(reason);
  };
  const cancelTimer = clock.after(within, () =>
    end(new CallFailure("timed-out", `there was no answer within ${within / 1000} s`)),
  );
  let cancelGrace = () => {};
  const forgetStopping = stopping.onCancel(end);
  const forgetSignal = signal?.onCancel((reason) => {
    if (grace === 0) end(reason);
    else cancelGrace = clock.after(grace, () => end(reason));
  });
  call(controller.signal)
    .then(resolve, reject)
    .finally(() => {
      cancelTimer();
      cancelGrace();
      forgetStopping();
      forgetSignal?.();
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

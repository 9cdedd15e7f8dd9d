import type { Cancellation } from "../admission/index.ts";

/** Who waits for the outcomes of requests, by their keys. */
export interface Waiters<Outcome> {
  readonly size: number;
  has(key: string): boolean;
  keys(): string[];
  /** Rejects with the reason when it is cancelled. */
  wait(key: string, cancellation: Cancellation): Promise<Outcome>;
  settle(key: string, outcome: Outcome): void;
  failAll(error: unknown): void;
}

/** `onAllGone` is called when the last who waited was cancelled. */
export function createWaiters<Outcome>(onAllGone: () => void): Waiters<Outcome> {
  const waiting = new Map<string, PromiseWithResolvers<Outcome>[]>();

  const take = (key: string) => {
    const those = waiting.get(key) ?? [];
    waiting.delete(key);
    return those;
  };
  const leave = (key: string, waiter: PromiseWithResolvers<Outcome>) => {
    const others = take(key).filter((other) => other !== waiter);
    if (others.length > 0) waiting.set(key, others);
    else if (waiting.size === 0) onAllGone();
  };

  return {
    get size() {
      return waiting.size;
    },
    has: (key) => waiting.has(key),
    keys: () => [...waiting.keys()],
    wait(key, cancellation) {
      const waiter = Promise.withResolvers<Outcome>();
      waiting.set(key, [...(waiting.get(key) ?? []), waiter]);
      const forget = cancellation.onCancel((reason) => {
        waiter.reject(reason);
        leave(key, waiter);
      });
      return waiter.promise.finally(forget);
    },
    settle(key, outcome) {
      for (const { resolve } of take(key)) resolve(outcome);
    },
    failAll(error) {
      for (const key of [...waiting.keys()]) for (const { reject } of take(key)) reject(error);
    },
  };
}

/** What ends calls and waiting early: an `AbortSignal` without the cost of its listeners, of which a call needs many. */
export interface Cancellation {
  readonly cancelled: { reason: unknown } | null;
  /** Tells the cancellation, also one that has been, until it is told to forget about it. */
  onCancel(tell: (reason: unknown) => void): () => void;
  cancel(reason: unknown): void;
}

export function createCancellation(): Cancellation {
  let cancelled: Cancellation["cancelled"] = null;
  const listeners = new Set<(reason: unknown) => void>();
  return {
    get cancelled() {
      return cancelled;
    },
    onCancel(tell) {
      if (cancelled) tell(cancelled.reason);
      else listeners.add(tell);
      return () => listeners.delete(tell);
    },
    cancel(reason) {
      if (cancelled) return;
      cancelled = { reason };
      for (const tell of [...listeners]) tell(reason);
      listeners.clear();
    },
  };
}

/** Follows signals, each with one listener however many calls it is given for. */
export function createSignalFollower(): (signal: AbortSignal) => Cancellation {
  const followed = new WeakMap<AbortSignal, Cancellation>();
  return (signal) => {
    const known = followed.get(signal);
    if (known) return known;
    const cancellation = createCancellation();
    if (signal.aborted) cancellation.cancel(signal.reason);
    signal.addEventListener("abort", () => cancellation.cancel(signal.reason), { once: true });
    followed.set(signal, cancellation);
    return cancellation;
  };
}

/** Tells the first of several cancellations, until it is told to forget about it. */
export function onFirstCancel(
  cancellations: readonly Cancellation[],
  tell: (reason: unknown) => void,
): () => void {
  const forgets = cancellations.map((cancellation) => cancellation.onCancel(tell));
  return () => {
    for (const forget of forgets) forget();
  };
}

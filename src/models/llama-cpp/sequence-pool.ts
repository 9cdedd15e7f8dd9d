import { limitInFlight } from "../../foundation/limit-in-flight.ts";
import type { LlamaContext, Sequence } from "./binding.ts";

/** Hands each piece of work a sequence of its own, in the order in which it was asked for. */
export interface SequencePool {
  use<Result>(work: (sequence: Sequence) => Promise<Result>, signal?: AbortSignal): Promise<Result>;
  /** Ends the contexts once their sequences are free. */
  close(): Promise<void>;
}

export function createSequencePool(contexts: readonly LlamaContext[], sequencesEach: number): SequencePool {
  const idle = contexts.flatMap((context) =>
    Array.from({ length: sequencesEach }, () => context.getSequence()),
  );
  const limit = limitInFlight(idle.length);
  const running = new Set<Promise<unknown>>();

  return {
    use(work, signal) {
      const run = limit(async () => {
        signal?.throwIfAborted();
        const sequence = idle.pop()!;
        try {
          return await work(sequence);
        } finally {
          idle.push(sequence);
        }
      });
      running.add(run);
      const forget = () => void running.delete(run);
      run.then(forget, forget);
      return orAbort(run, signal);
    },
    async close() {
      await Promise.allSettled(running);
      await Promise.all(contexts.map((context) => context.dispose()));
    },
  };
}

/** Rejects as soon as the signal is aborted, though the work ends later. */
async function orAbort<Result>(work: Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
  if (!signal) return work;
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  signal.addEventListener("abort", abort, { once: true });
  if (signal.aborted) abort();
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}

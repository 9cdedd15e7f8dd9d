import { limitInFlight } from "../../foundation/limit-in-flight.ts";
import { startThread, type Thread } from "../../models/embedded/index.ts";
import type { PassResult, PassTask } from "./pass.ts";
import type { PassWorkerData } from "./pass-worker.ts";

/** Threads that compute passes, for any number of trainings of one model. Each holds the model. */
export interface PassPool {
  /** Computes a pass when a thread is free, in the order of the calls, or never, where the signal comes first. */
  compute(task: PassTask, signal?: AbortSignal): Promise<PassResult>;
  /** Ends the threads, also amid a pass. */
  close(): Promise<void>;
}

/** @param threadCount most threads; they start as they are needed */
export function createPassPool(model: PassWorkerData, threadCount: number): PassPool {
  const threads: Thread<PassTask, PassResult>[] = [];
  const inTurn = limitInFlight(threadCount);

  function addThread(): Thread<PassTask, PassResult> {
    const thread = startThread<PassTask, PassResult>(new URL("./pass-worker", import.meta.url), model);
    threads.push(thread);
    return thread;
  }

  return {
    compute: (task, signal) =>
      inTurn(async () => {
        signal?.throwIfAborted();
        const idle = threads.find(({ unanswered }) => unanswered === 0);
        return (idle ?? addThread()).ask(task);
      }),
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

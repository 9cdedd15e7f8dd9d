import type { WorkerRequest, WorkerResult, WorkerTask } from "./decoding-worker.ts";
import { formBatch, rowsPerBatch } from "./form-batch.ts";
import type { RowResult } from "./row.ts";
import type { Thread } from "./thread.ts";

/** Gathers requests into batches and gives them to threads as these become free. */
export interface Scheduler {
  submit(model: string, request: WorkerRequest, signal?: AbortSignal): Promise<RowResult>;
}

interface Waiting extends WorkerRequest {
  model: string;
  resolve: (result: RowResult) => void;
  reject: (error: unknown) => void;
}

export function createScheduler(threads: readonly Thread<WorkerTask, WorkerResult>[]): Scheduler {
  let waiting: Waiting[] = [];
  let dispatchIsDue = false;

  /** Requests made in one turn of the event loop are seen together, so that the first does not go alone. */
  function dispatchSoon(): void {
    if (dispatchIsDue) return;
    dispatchIsDue = true;
    setImmediate(() => {
      dispatchIsDue = false;
      dispatch();
    });
  }

  function dispatch(): void {
    const idle = threads.filter((thread) => thread.unanswered === 0);
    idle.forEach((thread, index) => {
      const next = waiting[0];
      if (next) start(thread, takeBatch(next.model, idle.length - index));
    });
  }

  /** A small rest is shared among the idle threads. */
  function takeBatch(model: string, idleThreads: number): Waiting[] {
    const ofModel = waiting.filter((request) => request.model === model);
    const batch = formBatch(ofModel, Math.min(rowsPerBatch, Math.ceil(ofModel.length / idleThreads)));
    const taken = new Set(batch);
    waiting = waiting.filter((request) => !taken.has(request));
    return batch;
  }

  function start(thread: Thread<WorkerTask, WorkerResult>, batch: readonly Waiting[]): void {
    const model = batch[0]?.model as string;
    thread
      .ask({ kind: "decode", model, requests: batch.map(withoutCallbacks) })
      .then(
        (results) =>
          batch.forEach(({ resolve }, index) => {
            resolve((results as RowResult[])[index] as RowResult);
          }),
        (error) => {
          for (const { reject } of batch) reject(error);
        },
      )
      .finally(dispatchSoon);
  }

  return {
    submit(model, request, signal) {
      if (signal?.aborted) return Promise.reject(signal.reason);
      const { promise, resolve, reject } = Promise.withResolvers<RowResult>();
      const entry: Waiting = { ...request, model, resolve, reject };
      const abort = (): void => {
        waiting = waiting.filter((other) => other !== entry);
        reject(signal?.reason);
      };
      signal?.addEventListener("abort", abort);
      waiting.push(entry);
      dispatchSoon();
      return promise.finally(() => signal?.removeEventListener("abort", abort));
    },
  };
}

const withoutCallbacks = ({ model: _, resolve: __, reject: ___, ...request }: Waiting): WorkerRequest =>
  request;

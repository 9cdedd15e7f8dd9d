import { Worker } from "node:worker_threads";
import { ErrataError } from "../../foundation/errors.ts";
import { workerModule } from "../../foundation/worker-module.ts";

/** A worker thread that answers every task with one message, in order. */
export interface Thread<Task, Result> {
  /** Tasks without an answer. */
  readonly unanswered: number;
  /** @throws ErrataError when the task fails or the thread ends first */
  ask(task: Task): Promise<Result>;
  close(): Promise<void>;
}

/** What a thread answers a task with. */
export type ThreadAnswer<Result> = { result: Result } | { error: { message: string; advice?: string } };

/** An exception in a form that survives the way between threads. */
export const failedAnswer = (error: unknown): ThreadAnswer<never> => ({
  error: {
    message: error instanceof Error ? error.message : String(error),
    ...(ErrataError.isInstance(error) && error.advice ? { advice: error.advice } : {}),
  },
});

/** The threads' objects are few and live long: V8's usual size for new ones would only take memory (80 MB a thread). */
const maxYoungGenerationSizeMb = 8;

interface Waiting<Result> {
  resolve: (result: Result) => void;
  reject: (error: Error) => void;
}

/**
 * Starts a worker thread.
 *
 * @param file its module without the ending
 */
export function startThread<Task, Result>(file: URL, workerData: unknown): Thread<Task, Result> {
  const worker = new Worker(workerModule(file), {
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb },
  });
  const waiting: Waiting<Result>[] = [];
  let failure: Error | null = null;
  // A thread without a task must not keep the process alive, and one with a task must.
  worker.unref();

  const fail = (cause: unknown): void => {
    failure ??= new ErrataError("A thread of the embedded model ended before its work was done.", {
      cause,
      advice: "Run it again; with little memory, use fewer threads.",
    });
    for (const { reject } of waiting.splice(0)) reject(failure);
  };
  worker.on("error", fail);
  worker.on("exit", (code) => fail(new Error(`exit code ${code}`)));
  worker.on("message", (answer: ThreadAnswer<Result>) => {
    const next = waiting.shift();
    if (waiting.length === 0) worker.unref();
    if ("error" in answer) next?.reject(new ErrataError(answer.error.message, answer.error));
    else next?.resolve(answer.result);
  });

  return {
    get unanswered() {
      return waiting.length;
    },
    ask: (task) =>
      new Promise((resolve, reject) => {
        if (failure) return reject(failure);
        worker.ref();
        waiting.push({ resolve, reject });
        worker.postMessage(task);
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}

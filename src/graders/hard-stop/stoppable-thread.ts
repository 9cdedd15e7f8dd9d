import { Worker } from "node:worker_threads";
import { ErrataError } from "../../foundation/errors.ts";
import { workerModule } from "../../foundation/worker-module.ts";
import { idle, type TaskOutcome, type WorkerData } from "./answer-tasks.ts";

export interface StoppableThreadOptions<Result> {
  /** Module of the worker without its ending. */
  readonly file: URL;
  /** Milliseconds that one task may take. */
  readonly timeLimit: number;
  /** The result of a task that was stopped or failed, with the reason in words. */
  readonly giveUp: (reason: string) => Result;
}

/** A thread that never stands still: a task that takes too long is given up, and the others are answered. */
export interface StoppableThread<Task, Result> {
  /**
   * Answers tasks in their order.
   * Batches are worked on in the order in which they come.
   *
   * @throws ErrataError when no thread can be started
   */
  answer(tasks: readonly Task[]): Promise<Result[]>;
  close(): Promise<void>;
}

/** What one task may allocate; a thread that needs more ends, and its task is given up. */
const maxOldGenerationSizeMb = 512;
/** The position is looked at this many times within the time limit. */
const looksPerLimit = 4;

/** Starts a thread that is replaced whenever a task makes it stand still or end. */
export function startStoppableThread<Task, Result>(
  options: StoppableThreadOptions<Result>,
): StoppableThread<Task, Result> {
  const { giveUp, timeLimit } = options;
  let worker: Worker | null = null;
  const position = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  let last: Promise<unknown> = Promise.resolve();

  async function answerBatch(tasks: readonly Task[]): Promise<Result[]> {
    const results = new Map<number, Result>();
    let waiting = [...tasks.keys()];
    while (waiting.length > 0) {
      const attempt = await attemptTasks(waiting.map((index) => tasks[index]!));
      if (attempt.kind === "answered") {
        for (const [at, outcome] of attempt.outcomes.entries())
          results.set(waiting[at]!, "result" in outcome ? outcome.result : giveUp(outcome.error));
        break;
      }
      const culprit = waiting[attempt.at]!;
      results.set(culprit, giveUp(attempt.reason));
      waiting = waiting.filter((index) => index !== culprit);
    }
    return [...tasks.keys()].map((index) => results.get(index)!);
  }

  type Attempt =
    | { kind: "answered"; outcomes: TaskOutcome<Result>[] }
    | { kind: "stopped"; at: number; reason: string };

  function attemptTasks(tasks: readonly Task[]): Promise<Attempt> {
    worker ??= startWorker(options.file, position);
    const thread = worker;
    Atomics.store(position, 0, idle);
    return new Promise((resolve, reject) => {
      const settle = (attempt: Attempt) => {
        clearInterval(watch);
        thread.off("message", onOutcomes).off("error", onError).off("exit", onExit);
        if (attempt.kind === "stopped" && attempt.at === idle) reject(couldNotStart(attempt.reason));
        else resolve(attempt);
      };
      const stop = (reason: string) => {
        const at = Atomics.load(position, 0);
        settle({ kind: "stopped", at, reason });
        worker = null;
        // Several errors can be reported while a thread ends.
        thread.on("error", () => {});
        void thread.terminate();
      };
      const onOutcomes = (outcomes: TaskOutcome<Result>[]) => settle({ kind: "answered", outcomes });
      const onError = (error: Error) => stop(`its thread ended: ${error.message}`);
      const onExit = (code: number) => stop(`its thread ended with code ${code}`);
      const watch = watchPosition(position, timeLimit, () => stop(`it was stopped after ${timeLimit} ms`));
      thread.on("message", onOutcomes).on("error", onError).on("exit", onExit);
      thread.postMessage(tasks);
    });
  }

  return {
    answer(tasks) {
      const results = last.then(() => answerBatch(tasks));
      last = results;
      return results;
    },
    async close() {
      await last;
      await worker?.terminate();
      worker = null;
    },
  };
}

const couldNotStart = (reason: string) =>
  new ErrataError(`The thread that grades could not work: ${reason}.`, {
    advice: "Run it again with more memory; if that does not help, report this message.",
  });

function startWorker(file: URL, position: Int32Array<SharedArrayBuffer>): Worker {
  const workerData: WorkerData = { position: position.buffer };
  return new Worker(workerModule(file), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb },
  });
}

/** Calls `onStill` when the position has not changed for the time limit. A thread that is idle or starts is not watched. */
function watchPosition(
  position: Int32Array<SharedArrayBuffer>,
  timeLimit: number,
  onStill: () => void,
): NodeJS.Timeout {
  let seen = idle;
  let looks = 0;
  return setInterval(() => {
    const now = Atomics.load(position, 0);
    looks = now === seen && now !== idle ? looks + 1 : 0;
    seen = now;
    if (looks >= looksPerLimit) onStill();
  }, timeLimit / looksPerLimit);
}

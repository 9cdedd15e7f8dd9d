import { parentPort, workerData } from "node:worker_threads";

/** What the thread is started with. */
export interface WorkerData {
  /** One number: the index of the task that the thread is at. The main thread watches it. */
  readonly position: SharedArrayBuffer;
}

export type TaskOutcome<Result> = { result: Result } | { error: string };

/** Runs in a worker thread: answers every batch of tasks with one outcome a task. */
export function answerTasks<Task, Result>(answer: (task: Task) => Result): void {
  const position = new Int32Array((workerData as WorkerData).position);
  parentPort!.on("message", (tasks: Task[]) => {
    const outcomes = tasks.map((task, index): TaskOutcome<Result> => {
      Atomics.store(position, 0, index);
      try {
        return { result: answer(task) };
      } catch (error) {
        return { error: error instanceof Error ? error.message : String(error) };
      }
    });
    Atomics.store(position, 0, idle);
    parentPort!.postMessage(outcomes);
  });
}

/** The position of a thread that works on nothing. */
export const idle = -1;

import type { Environment } from "./environment.ts";
import { exitCode } from "./exit-code.ts";

/** The reason with which work is aborted when a person presses Ctrl-C. */
export class InterruptedError extends Error {
  override readonly name = "InterruptedError";

  constructor() {
    super("interrupted");
  }
}

/**
 * Does work that a person can stop: the first Ctrl-C aborts the signal and calls `onStopping`, the second ends the
 * process at once. Throws `InterruptedError` where the work ended for that reason.
 */
export async function interruptible<Result>(
  environment: Pick<Environment, "onInterrupt" | "exitAtOnce">,
  onStopping: () => void,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const stopListening = environment.onInterrupt(() => {
    if (controller.signal.aborted) return environment.exitAtOnce(exitCode.interrupted);
    controller.abort(new InterruptedError());
    onStopping();
  });
  try {
    return await work(controller.signal);
  } catch (error) {
    // Whatever an aborted part threw, the interruption is why.
    if (controller.signal.aborted) throw controller.signal.reason;
    throw error;
  } finally {
    stopListening();
  }
}

import { executeRun, type RunOptions } from "../../engine/execute-run.ts";
import type { ProgressEvent } from "../../engine/progress.ts";
import { plural } from "../../report/format.ts";
import type { Environment } from "../environment.ts";
import { interruptible } from "../interruption.ts";
import { createProgressView } from "../progress/create-progress-view.ts";

/**
 * Executes a plan while a person watches, who can stop it. `hasWorked` tells whether anything was left to do.
 * Throws `InterruptedError` when the person stopped it.
 */
export async function executeWithProgress(
  options: Omit<RunOptions, "signal" | "onProgress" | "onAwaited" | "now">,
  environment: Environment,
): Promise<{ hasWorked: boolean }> {
  const view = createProgressView(environment);
  let hasWorked = false;
  const onProgress = (event: ProgressEvent) => {
    hasWorked ||= event.kind === "step-begun";
    view.listener(event);
  };
  const onAwaited = (answers: number) =>
    view.say(
      `Waiting some seconds for ${plural(answers, "answer")} under way, to keep what is paid for; Ctrl-C again leaves them.`,
    );
  try {
    await interruptible(
      environment,
      () => view.say("Stopping after what is in flight … Ctrl-C again stops at once."),
      (signal) => executeRun({ ...options, signal, onProgress, onAwaited, now: environment.clock.now }),
    );
  } finally {
    view.stop();
  }
  return { hasWorked };
}

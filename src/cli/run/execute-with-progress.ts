import { executeRun, type RunOptions } from "../../engine/execute-run.ts";
import type { ProgressEvent } from "../../engine/progress.ts";
import type { ModelPrices } from "../../models/prices/index.ts";
import { plural } from "../../report/format.ts";
import type { Environment } from "../environment.ts";
import { interruptible } from "../interruption.ts";
import { createProgressView } from "../progress/create-progress-view.ts";

/**
 * Executes a plan while a person watches, who can stop it. `hasWorked` tells whether anything was left to do.
 * Throws `InterruptedError` when the person stopped it.
 */
export async function executeWithProgress(
  options: Omit<RunOptions, "signal" | "onProgress" | "onAwaited" | "spendMeter" | "now"> & {
    prices?: ModelPrices;
  },
  environment: Environment,
): Promise<{ hasWorked: boolean }> {
  const { prices = {}, ...runOptions } = options;
  const view = createProgressView(environment, options.budget?.usd);
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
      (signal) =>
        executeRun({
          ...runOptions,
          signal,
          onProgress,
          onAwaited,
          spendMeter: { prices, onSpent: view.spent },
          now: environment.clock.now,
        }),
    );
  } finally {
    view.stop();
  }
  return { hasWorked };
}

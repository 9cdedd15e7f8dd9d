import type { Clock } from "../../models/admission/index.ts";
import type { TrainingStep } from "../trainer.ts";
import { hasEnded } from "./end-of-job.ts";
import { type Job, stepOf } from "./job.ts";
import type { FineTuningProvider } from "./provider.ts";

const secondsBetweenLooks = 15;

export interface Following {
  provider: FineTuningProvider;
  epochs: number;
  onStep(step: TrainingStep): void;
  onStatus(status: string): void;
  clock: Pick<Clock, "after">;
  signal: AbortSignal | undefined;
}

/** Looks at a job until it has ended, and tells its steps, also those from before this process looked at it. */
export async function followJob(
  jobId: string,
  { provider, epochs, onStep, onStatus, clock, signal }: Following,
): Promise<{ job: Job; steps: TrainingStep[] }> {
  const known = new Set<string>();
  const steps = new Map<number, TrainingStep>();
  for (let told = ""; ; ) {
    const job = await provider.read(jobId, signal);
    for (const event of await provider.newEvents(jobId, known, signal)) {
      known.add(event.id);
      const step = stepOf(event, epochs);
      if (!step) continue;
      steps.set(step.step, step);
      onStep(step);
    }
    signal?.throwIfAborted();
    if (hasEnded(job)) return { job, steps: [...steps.values()].sort((a, b) => a.step - b.step) };
    if (job.status !== told) onStatus(job.status);
    told = job.status;
    await pause(secondsBetweenLooks, clock, signal);
  }
}

/** Waits; rejects with the reason when the signal aborts before that. */
function pause(seconds: number, clock: Pick<Clock, "after">, signal: AbortSignal | undefined): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const cancelTimer = clock.after(seconds * 1000, resolve);
  const onAbort = () => {
    cancelTimer();
    reject(signal?.reason);
  };
  signal?.addEventListener("abort", onAbort, { once: true });
  return promise.finally(() => signal?.removeEventListener("abort", onAbort));
}

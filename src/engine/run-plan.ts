import type { Step } from "./recipe.ts";
import { createSchedule, type ScheduleOptions } from "./schedule.ts";
import { isStored, runStep, type StepEnvironment } from "./stage-runner.ts";

/**
 * Runs the steps that a plan is to run, those that need nothing of each other at the same time.
 *
 * Where a step of a control fails, only what reads from it does not begin; where one of the method fails or the signal
 * aborts, nothing begins any more. What is at work comes to its end before the failure is thrown.
 */
export async function runPlan(environment: StepEnvironment & ScheduleOptions): Promise<void> {
  const { store, plan, dependencies, signal, trainsAlone } = environment;
  const schedule = createSchedule(plan.goal, dependencies, { trainsAlone });
  const states = new Map<string, "at-work" | "done" | "failed">();
  const atWork = new Map<string, Promise<void>>();
  const failures: { line: string; error: unknown }[] = [];

  const begin = async (step: Step) => {
    states.set(step.id, "at-work");
    try {
      await runStep(environment, step);
      states.set(step.id, "done");
      await environment.onStepDone(plan.goal.filter(({ id }) => states.get(id) !== "done"));
    } catch (error) {
      states.set(step.id, "failed");
      failures.push({ line: step.line, error });
    }
    atWork.delete(step.id);
  };
  const ofMethod = () => failures.find(({ line }) => line === "method");
  const beginReady = () => {
    if (ofMethod() || signal.aborted) return;
    const ready = schedule({ states, isStored: (id) => isStored(store, id) });
    for (const step of ready) atWork.set(step.id, begin(step));
  };

  try {
    for (beginReady(); atWork.size > 0; beginReady()) await Promise.race(atWork.values());
  } finally {
    await Promise.all(atWork.values());
  }
  signal.throwIfAborted();
  const failure = ofMethod() ?? failures[0];
  if (failure) throw failure.error;
}

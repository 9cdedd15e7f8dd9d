import { contentKey, type Json } from "../foundation/content-key.ts";
import type { Grader } from "../graders/grader.ts";
import type { Instructor } from "../instructors/instructor.ts";
import type { ModelServer } from "../models/model-server.ts";
import type { PromptTemplate } from "../models/prompt-template.ts";
import type { ArtifactName, Artifacts } from "../stages/stage.ts";
import type { Trainer } from "../trainers/trainer.ts";
import { createAdapterTrainer } from "./adapter-trainer.ts";
import type { ProgressListener } from "./progress.ts";
import type { Plan, Step } from "./recipe.ts";
import type { RunFolder } from "./run-folder.ts";
import type { RunStore } from "./run-store.ts";
import { givenStep } from "./run-view.ts";
import { runStep, type StepEnvironment } from "./stage-runner.ts";
import { createTargetModelPool } from "./target-models.ts";

/** What the user gave: problems to learn from, to select on and to measure with. */
export type Given = { [Name in ArtifactName]?: Artifacts[Name][] };

/** The adapters behind the ports of a run. */
export interface RunServices {
  server: ModelServer;
  template: PromptTemplate;
  instructor: Instructor;
  grader: Grader;
  trainer: Trainer;
}

export interface RunOptions {
  plan: Plan;
  given: Given;
  seed: string;
  services: RunServices;
  store: RunStore;
  folder: RunFolder;
  signal: AbortSignal;
  onProgress: ProgressListener;
  now?: () => number;
}

/**
 * Runs a plan to its end, doing nothing again that is stored: the method's steps in order, then the controls beside
 * each other. Ends what it started, whatever happens.
 */
export async function executeRun(options: RunOptions): Promise<void> {
  const { plan, store, services, folder, signal } = options;
  storeGiven(store, options.given);
  store.forgetStepsExcept(
    new Set([givenStep, ...[...plan.method, ...plan.controls.flat()].map(({ id }) => id)]),
  );
  const targets = createTargetModelPool(services.server, store, folder, signal);
  const trainer = createAdapterTrainer(services.trainer, services.server.baseId, folder, signal);
  const { template, instructor, grader } = services;
  const environment: StepEnvironment = {
    store,
    plan,
    given: new Set(Object.keys(options.given) as ArtifactName[]),
    seed: options.seed,
    servicesFor: (step) => ({ target: targets.forStep(step), template, instructor, grader, trainer }),
    signal,
    onProgress: options.onProgress,
    now: options.now ?? (() => performance.now()),
  };
  const runLine = async (steps: readonly Step[]) => {
    for (const step of steps) {
      signal.throwIfAborted();
      await runStep(environment, step);
    }
  };
  try {
    await runLine(plan.method);
    const controls = await Promise.allSettled(plan.controls.map(runLine));
    const failed = controls.find((control) => control.status === "rejected");
    if (failed) throw failed.reason;
  } finally {
    await store.flush();
    await targets.close();
  }
}

function storeGiven(store: RunStore, given: Given): void {
  const key = contentKey(given as unknown as Json);
  const stored = store.step(givenStep);
  if (stored?.state === "done" && stored.key === key) return;
  const rows = Object.values(given).reduce((sum, list) => sum + list.length, 0);
  store.beginStep({ id: givenStep, line: "given", iteration: 0, stage: "data" }, key);
  store.finishStep(givenStep, { artifacts: given, in: rows, done: rows, notDone: {} }, new Set(), 0);
}

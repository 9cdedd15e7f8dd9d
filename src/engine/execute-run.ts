import { contentKey } from "../foundation/content-key.ts";
import type { Grader } from "../graders/grader.ts";
import type { ScoringGrader } from "../graders/scoring-grader.ts";
import type { Instructor } from "../instructors/instructor.ts";
import type { LanguageModel } from "../models/language-model.ts";
import type { ModelServer } from "../models/model-server.ts";
import type { PromptTemplate } from "../models/prompt-template.ts";
import type { ArtifactName } from "../stages/stage.ts";
import type { Trainer } from "../trainers/trainer.ts";
import { createAdapterTrainer, type FindAdapter } from "./adapter-trainer.ts";
import { type Budget, keepWithinBudget, refuseUnknownPrices } from "./budget.ts";
import { watchCalls } from "./calls-under-way.ts";
import { dependenciesOf } from "./dependencies.ts";
import { instructorOfSteps } from "./instructor-of-steps.ts";
import { neededAdapters } from "./needed-adapters.ts";
import type { ProgressListener } from "./progress.ts";
import { type Plan, stepsOf } from "./recipe.ts";
import type { RunFolder } from "./run-folder.ts";
import { runPlan } from "./run-plan.ts";
import type { PlannedStep, RunStore } from "./run-store.ts";
import { givenStep } from "./run-view.ts";
import { meterSpending, type SpendMeter } from "./spend-meter.ts";
import { type Given, givenKeys, stepKeys } from "./step-keys.ts";
import { explainStorageFailure } from "./storage-failure.ts";
import { createTargetModelPool } from "./target-models.ts";

export type { Given } from "./step-keys.ts";

/** The adapters behind the ports of a run. */
export interface RunServices {
  server: ModelServer;
  template: PromptTemplate;
  instructor: Instructor;
  grader: Grader;
  /** Of the benchmarks, where it is another. */
  benchmarkGrader?: ScoringGrader;
  trainer: Trainer;
  /** The folder of an adapter that was made elsewhere under this key, where it is known. */
  findAdapter?: FindAdapter;
  /** Whether trainer and target share a device that one of them fills: they work in turns then. */
  trainsAlone?: boolean;
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
  /** Told once after an abort, where answers are under way that the run still waits for. */
  onAwaited?: (answers: number) => void;
  /** Told what was paid so far. */
  spendMeter?: SpendMeter;
  /** What may be paid for models; without it, whatever they cost. */
  budget?: Budget | undefined;
  now?: () => number;
}

/**
 * Runs a plan to its end, doing nothing again that is stored. Ends the services, whatever happens. Throws an
 * `ErrataError` where the disk is full.
 */
export async function executeRun(options: RunOptions): Promise<void> {
  const { services, store, folder, signal } = options;
  const watch = watchCalls(signal, options.onAwaited ?? (() => {}));
  const keep = options.budget && keepWithinBudget(options.budget, store);
  const meter = options.spendMeter && meterSpending(options.spendMeter, store);
  const limit = (model: LanguageModel) =>
    [watch, meter, keep].reduce((wrapped, wrap) => (wrap ? wrap(wrapped) : wrapped), model);
  const targets = createTargetModelPool(services.server, store, folder, signal, limit);
  const endServices = async () => {
    try {
      await targets.close();
    } finally {
      await services.instructor.close?.();
    }
  };
  try {
    const { plan, given, budget } = options;
    if (budget) refuseUnknownPrices(budget);
    const namesOfGiven = new Set(Object.keys(given) as ArtifactName[]);
    store.adoptPlan(plannedSteps(options));
    storeGiven(store, given);
    const trainer = createAdapterTrainer(services, services.server.baseId, folder, signal);
    const { template, grader, benchmarkGrader = grader } = services;
    const instructorFor = instructorOfSteps(services.instructor, store, limit);
    await runPlan({
      store,
      plan,
      given: namesOfGiven,
      dependencies: dependenciesOf(plan, namesOfGiven),
      seed: options.seed,
      servicesFor: (step) => ({
        target: targets.forStep(step),
        template,
        instructor: instructorFor(step),
        grader,
        benchmarkGrader,
        trainer,
      }),
      onStepDone: (left) => targets.keepOpen(neededAdapters(store, plan, left, namesOfGiven)),
      trainsAlone: services.trainsAlone,
      signal,
      onProgress: options.onProgress,
      now: options.now ?? (() => performance.now()),
    });
  } catch (error) {
    // The first failure is the one to tell; closing may fail because of it.
    await endServices().catch(() => {});
    throw explainStorageFailure(error, folder.path);
  }
  await endServices();
}

/** The plan as it is stored: what the user gave comes first. */
export function plannedSteps({
  plan,
  given,
  services,
  seed,
}: Pick<RunOptions, "plan" | "given" | "services" | "seed">): PlannedStep[] {
  const { server, template, instructor, grader, benchmarkGrader = grader, trainer } = services;
  const serviceIds = {
    target: server.baseId,
    template: template.id,
    instructor: instructor.id,
    grader: grader.id,
    benchmarkGrader: benchmarkGrader.id,
    trainer: trainer.id,
  };
  const keysOfGiven = givenKeys(given);
  const keys = stepKeys(plan, keysOfGiven, serviceIds, seed);
  return [
    { id: givenStep, line: "given", iteration: 0, stage: "data", key: contentKey(keysOfGiven) },
    ...stepsOf(plan).map(({ id, line, iteration, stage }) => ({
      id,
      line,
      iteration,
      stage: stage.name,
      key: keys.get(id) as string,
    })),
  ];
}

function storeGiven(store: RunStore, given: Given): void {
  if (store.step(givenStep)?.state === "done") return;
  const rows = Object.values(given).reduce((sum, list) => sum + list.length, 0);
  store.beginStep(givenStep);
  const result = { artifacts: given, in: rows, done: rows, notDone: {} };
  store.finishStep(givenStep, result, { itemIds: new Set(), seconds: 0, madeFrom: [] });
}

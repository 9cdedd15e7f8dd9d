import { contentKey, type Json } from "../foundation/content-key.ts";
import { ErrataError, UnansweredError, UnusableAnswerError } from "../foundation/errors.ts";
import type { ArtifactName, Outcome, Services, StageContext } from "../stages/stage.ts";
import { type Dependencies, madeFrom } from "./dependencies.ts";
import type { ProgressListener } from "./progress.ts";
import type { Plan, Step } from "./recipe.ts";
import type { RunStore } from "./run-store.ts";
import { createRunView } from "./run-view.ts";
import { workThrough } from "./work-queue.ts";

/** What a run gives to each of its steps. */
export interface StepEnvironment {
  store: RunStore;
  plan: Plan;
  given: ReadonlySet<ArtifactName>;
  dependencies: Dependencies;
  /** Seed of the whole run. */
  seed: string;
  servicesFor(step: string): Services;
  /** Called after every step with those that are left. */
  onStepDone(left: readonly Step[]): Promise<void>;
  signal: AbortSignal;
  onProgress: ProgressListener;
  /** Milliseconds; injected so that tests need no clock. */
  now(): number;
}

/** Whether nothing is left to do of a step of the store's plan: it is done, and every item got an answer. */
export function isStored(store: RunStore, id: string): boolean {
  const step = store.step(id);
  return step?.state === "done" && step.unanswered === 0;
}

/** Runs one step of the store's plan, unless it is stored. */
export async function runStep(environment: StepEnvironment, step: Step): Promise<void> {
  const { store, onProgress, now } = environment;
  if (isStored(store, step.id)) {
    onProgress({ kind: "step-reused", step });
    return;
  }
  onProgress({ kind: "step-begun", step });
  const begun = now();
  store.beginStep(step.id);

  const itemIds = new Set<string>();
  const lap = stopwatch(now);
  const result = await step.stage.run(createContext(environment, step, itemIds, lap), step.settings);
  checkConservation(step, result);
  await store.flush();
  store.finishStep(step.id, result, {
    itemIds,
    seconds: lap(),
    madeFrom: madeFrom(environment.dependencies, step.id),
  });
  onProgress({ kind: "step-done", step, seconds: (now() - begun) / 1000, counts: result });
}

/** Gives the seconds since it was last asked. */
function stopwatch(now: () => number): () => number {
  let last = now();
  return () => {
    const earlier = last;
    last = now();
    return (last - earlier) / 1000;
  };
}

function createContext(
  environment: StepEnvironment,
  step: Step,
  itemIds: Set<string>,
  lap: () => number,
): StageContext {
  const { store, signal, onProgress } = environment;
  const services = declaredServices(step, environment.servicesFor(step.id));
  const serviceIds = step.uses.map((name): Json => [name, services[name].id]);
  const itemKeyBase: Json = [step.stage.name, step.stage.version, serviceIds];
  const totals = { done: 0, failed: 0, total: 0 };

  return {
    ...createRunView(store, environment.plan, step, environment.given),
    recipe: step.line === "method" ? environment.plan.recipe : step.line,
    iteration: step.iteration,
    seed: `${environment.seed}/${step.id}`,
    services,
    signal,
    progress: (done, total, note) =>
      onProgress({ kind: "step-progress", step, done, failed: 0, total, note }),
    async each(items, concurrency, work) {
      const list = [...items];
      const stored = new Map(store.items(step.id).map((item) => [item.id, item]));
      const outcomes = new Array(list.length);
      const report = () => onProgress({ kind: "step-progress", step, ...totals });

      const pending: { index: number; key: string }[] = [];
      for (const [index, item] of list.entries()) {
        if (itemIds.has(item.id)) throw duplicateItem(step, item.id);
        itemIds.add(item.id);
        const key = contentKey(itemKeyBase, item.key);
        const known = stored.get(item.id);
        if (known?.key === key && known.state === "done") {
          outcomes[index] = { state: "done", output: known.output };
        } else {
          pending.push({ index, key });
        }
      }
      const done = list.length - pending.length;
      store.expectItems(step.id, { total: list.length, done });
      totals.total += list.length;
      totals.done += done;
      report();
      await workThrough(pending, concurrency, signal, async ({ index, key }) => {
        const item = list[index]!;
        const ending = await endingOf(() => work(item.input));
        await store.putItem(step.id, { id: item.id, key, ...ending }, lap());
        const outcome = ending.state === "unanswered" ? { ...ending, state: "failed" as const } : ending;
        outcomes[index] = outcome;
        totals[outcome.state] += 1;
        report();
      });
      return outcomes;
    },
  };
}

function duplicateItem({ stage }: Step, id: string): ErrataError {
  return new ErrataError(`Stage "${stage.name}" was given two items with the id "${id}".`, {
    advice: "Give every problem of a data set an id of its own, also across its files.",
  });
}

/** What a stage does not declare is not part of its keys, so it must not have it. */
function declaredServices({ uses }: Step, services: Services): Services {
  return Object.fromEntries(uses.map((name) => [name, services[name]])) as unknown as Services;
}

type Ending<Output> = Outcome<Output> | { state: "unanswered"; reason: string };

/** An answer that is unusable or missing fails the item; every other error is a fault of the run and stops it. */
async function endingOf<Output>(work: () => Promise<Output>): Promise<Ending<Output>> {
  try {
    return { state: "done", output: await work() };
  } catch (error) {
    if (UnusableAnswerError.isInstance(error)) return { state: "failed", reason: error.message };
    if (UnansweredError.isInstance(error)) return { state: "unanswered", reason: error.message };
    throw error;
  }
}

function checkConservation(
  step: Step,
  result: { in: number; done: number; notDone: Record<string, number> },
): void {
  const accounted = Object.values(result.notDone).reduce((a, b) => a + b, result.done);
  if (accounted !== result.in) {
    throw new Error(`stage "${step.stage.name}" took ${result.in} items in and accounts for ${accounted}`);
  }
}

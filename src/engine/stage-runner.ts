import { contentKey, type Json } from "../foundation/content-key.ts";
import { UnusableAnswerError } from "../foundation/errors.ts";
import type { ArtifactName, Outcome, Services, StageContext } from "../stages/stage.ts";
import type { ProgressListener } from "./progress.ts";
import type { Plan, Step } from "./recipe.ts";
import type { RunStore, StoredItem } from "./run-store.ts";
import { createRunView, writersOf } from "./run-view.ts";
import { workThrough } from "./work-queue.ts";

/** What a run gives to each of its steps. */
export interface StepEnvironment {
  store: RunStore;
  plan: Plan;
  given: ReadonlySet<ArtifactName>;
  /** Seed of the whole run. */
  seed: string;
  servicesFor(step: string): Services;
  signal: AbortSignal;
  onProgress: ProgressListener;
  /** Milliseconds; injected so that tests need no clock. */
  now(): number;
}

/** Runs one step, or finds that what is stored is what it would make. */
export async function runStep(environment: StepEnvironment, step: Step): Promise<void> {
  const { store, onProgress, now } = environment;
  const services = environment.servicesFor(step.id);
  const key = stepKey(environment, step, services);
  const stored = store.step(step.id);
  if (stored?.state === "done" && stored.key === key) {
    onProgress({ kind: "step-reused", step });
    return;
  }
  onProgress({ kind: "step-begun", step });
  const begun = now();
  if (stored?.key !== key || stored.state === "done")
    store.beginStep({ id: step.id, line: step.line, iteration: step.iteration, stage: step.stage.name }, key);

  const itemIds = new Set<string>();
  const result = await step.stage.run(createContext(environment, step, services, itemIds), step.settings);
  checkConservation(step, result);
  await store.flush();
  const seconds = (now() - begun) / 1000;
  store.finishStep(step.id, result, itemIds, seconds);
  onProgress({ kind: "step-done", step, seconds, counts: result });
}

/**
 * Everything that determines what a step makes: its code version and settings, the services it uses, and the steps
 * whose artifacts it reads. A change of configuration therefore redoes the stages that it reaches and no others.
 */
function stepKey({ store, plan, given, seed }: StepEnvironment, step: Step, services: Services): string {
  const { stage } = step;
  const inputs = stage.reads.map(
    (name): Json => [name, writersOf(plan, step, name, given).map((id) => [id, store.step(id)?.key ?? null])],
  );
  return contentKey(step.id, stage.version, step.settings as Json, serviceIds(step, services), inputs, seed);
}

function serviceIds(step: Step, services: Services): Json {
  return step.stage.uses.map((name) => [name, services[name].id]);
}

function createContext(
  environment: StepEnvironment,
  step: Step,
  services: Services,
  itemIds: Set<string>,
): StageContext {
  const { store, signal, onProgress } = environment;
  const itemKeyBase: Json = [step.stage.name, step.stage.version, serviceIds(step, services)];
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
      totals.total += list.length;
      store.setItemTotal(step.id, totals.total);
      const report = () => onProgress({ kind: "step-progress", step, ...totals });

      const pending: { index: number; key: string }[] = [];
      for (const [index, item] of list.entries()) {
        if (itemIds.has(item.id))
          throw new TypeError(`stage "${step.stage.name}" has two items "${item.id}"`);
        itemIds.add(item.id);
        const key = contentKey(itemKeyBase, item.key);
        const known = stored.get(item.id);
        if (known?.key === key && known.state === "done") {
          outcomes[index] = { state: "done", output: known.output };
          totals.done += 1;
        } else {
          pending.push({ index, key });
        }
      }
      report();
      await workThrough(pending, concurrency, signal, async ({ index, key }) => {
        const item = list[index]!;
        const outcome = await outcomeOf(() => work(item.input));
        await store.putItem(step.id, storedItem(item.id, key, outcome));
        outcomes[index] = outcome;
        totals[outcome.state] += 1;
        report();
      });
      return outcomes;
    },
  };
}

/** An unusable answer fails the item; every other error is a fault of the surroundings and stops the run. */
async function outcomeOf<Output>(work: () => Promise<Output>): Promise<Outcome<Output>> {
  try {
    return { state: "done", output: await work() };
  } catch (error) {
    if (UnusableAnswerError.isInstance(error)) return { state: "failed", reason: error.message };
    throw error;
  }
}

function storedItem(id: string, key: string, outcome: Outcome<unknown>): StoredItem {
  return outcome.state === "done"
    ? { id, key, state: "done", output: outcome.output }
    : { id, key, state: "failed", reason: outcome.reason };
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

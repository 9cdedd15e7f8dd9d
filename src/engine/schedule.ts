import { type Dependencies, originsOf } from "./dependencies.ts";
import type { Step } from "./recipe.ts";

/** How far a run is. */
export interface Standing {
  /** States of the steps that have begun, by id. */
  states: ReadonlyMap<string, "at-work" | "done" | "failed">;
  /** Whether a step costs nothing, because its result is stored. */
  isStored(id: string): boolean;
}

/** The steps that begin now, in their order. */
export type Schedule = (standing: Standing) => Step[];

export interface ScheduleOptions {
  /** Nothing that asks the target is at work beside a training, nor a training beside another: they share a device. */
  trainsAlone?: boolean | undefined;
}

/**
 * A step begins once the steps whose artifacts it reads are done, whatever its line. A *measurement*, which no training
 * waits for, makes way: it begins while trainings are the only other work, since these leave most of a machine idle.
 * Where trainings leave nothing idle, one runs alone, after what trainings wait for and before measurements.
 */
export function createSchedule(
  steps: readonly Step[],
  dependencies: Dependencies,
  { trainsAlone = false }: ScheduleOptions = {},
): Schedule {
  const awaited = new Set(steps.filter(trains).flatMap(({ id }) => [id, ...originsOf(dependencies, id)]));
  const isUrgent = (step: Step) => awaited.has(step.id) && !trains(step);

  return ({ states, isStored }) => {
    const ready = steps.filter(
      ({ id }) => !states.has(id) && dependencies.get(id)!.every((read) => states.get(read) === "done"),
    );
    const atWork = steps.filter(({ id }) => states.get(id) === "at-work");
    const canBegin = [...ready, ...atWork].some(isUrgent)
      ? ready.filter(({ id }) => awaited.has(id) || isStored(id))
      : ready;
    if (!trainsAlone) return canBegin;
    const [free, onDevice] = partition(canBegin, (step) => isStored(step.id) || !usesDevice(step));
    const [trainings, asking] = partition(onDevice, trains);
    if (atWork.some(trains)) return free;
    const [training] = trainings;
    if (!training || asking.some(isUrgent)) return [...free, ...asking];
    return atWork.some(usesDevice) ? free : [...free, training];
  };
}

const trains = ({ uses }: Step) => uses.includes("trainer");
const usesDevice = ({ uses }: Step) => uses.includes("target") || uses.includes("trainer");

function partition<T>(items: readonly T[], isFirst: (item: T) => boolean): [T[], T[]] {
  const { first = [], second = [] } = Object.groupBy(items, (item) => (isFirst(item) ? "first" : "second"));
  return [first, second];
}

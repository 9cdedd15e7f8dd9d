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

/**
 * A step begins once the steps whose artifacts it reads are done, whatever its line. A *measurement*, which no training
 * waits for, makes way: it begins while trainings are the only other work, since these leave most of a machine idle.
 */
export function createSchedule(steps: readonly Step[], dependencies: Dependencies): Schedule {
  const awaited = new Set(steps.filter(trains).flatMap(({ id }) => [id, ...originsOf(dependencies, id)]));
  const isUrgent = (step: Step) => awaited.has(step.id) && !trains(step);

  return ({ states, isStored }) => {
    const ready = steps.filter(
      ({ id }) => !states.has(id) && dependencies.get(id)!.every((read) => states.get(read) === "done"),
    );
    const atWork = steps.filter(({ id }) => states.get(id) === "at-work");
    if (![...ready, ...atWork].some(isUrgent)) return ready;
    return ready.filter(({ id }) => awaited.has(id) || isStored(id));
  };
}

const trains = ({ stage }: Step) => stage.uses.includes("trainer");

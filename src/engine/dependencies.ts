import type { ArtifactName } from "../stages/stage.ts";
import { type Plan, type Step, stepsOf } from "./recipe.ts";
import { givenStep, writersOf } from "./run-view.ts";

/** The ids of the steps whose artifacts each step reads, by the id of the reader, in the order of the plan. */
export type Dependencies = ReadonlyMap<string, readonly string[]>;

export function dependenciesOf(plan: Plan, given: ReadonlySet<ArtifactName>): Dependencies {
  const readBy = (step: Step): string[] =>
    step.reads.flatMap((name) => writersOf(plan, step, name, given)).filter((writer) => writer !== givenStep);
  return new Map(stepsOf(plan).map((step) => [step.id, readBy(step)]));
}

/** The steps that a step is made from: what it reads, what that reads, and so on. */
export function originsOf(dependencies: Dependencies, id: string): ReadonlySet<string> {
  const origins = new Set<string>();
  const visit = (reader: string) => {
    for (const read of dependencies.get(reader)!) {
      if (origins.has(read)) continue;
      origins.add(read);
      visit(read);
    }
  };
  visit(id);
  return origins;
}

/** The steps that a step is an origin of. */
export function madeFrom(dependencies: Dependencies, id: string): string[] {
  return [...dependencies.keys()].filter((other) => originsOf(dependencies, other).has(id));
}

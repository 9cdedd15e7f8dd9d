import type { ArtifactName, Artifacts } from "../stages/stage.ts";
import { linesOf, type Plan, type Step } from "./recipe.ts";
import type { RunStore } from "./run-store.ts";

/** The step that holds what the user gave: seeds, dev set, benchmarks. */
export const givenStep = "given/start/data";

/**
 * The earlier steps whose rows of `name` a step sees, oldest first.
 *
 * A control sees its own artifacts; where it has none it sees the method's up to its own place, unless its line says
 * that it does not; what the user gave is seen by all.
 */
export function writersOf(
  plan: Plan,
  step: Step,
  name: ArtifactName,
  given: ReadonlySet<ArtifactName>,
): string[] {
  const own = linesOf(plan).find((line) => line.includes(step)) ?? [];
  const earlier = own.slice(0, own.indexOf(step)).filter(({ stage }) => stage.writes.includes(name));
  if (earlier.length > 0) return earlier.map(({ id }) => id);
  if (own !== plan.method && (step.sees?.includes(name) ?? true)) {
    const fromMethod = plan.method.filter(
      ({ stage, place }) => stage.writes.includes(name) && place <= step.place,
    );
    if (fromMethod.length > 0) return fromMethod.map(({ id }) => id);
  }
  return given.has(name) ? [givenStep] : [];
}

/** Reads artifacts as one step sees them. */
export function createRunView(store: RunStore, plan: Plan, step: Step, given: ReadonlySet<ArtifactName>) {
  const rows = <Name extends ArtifactName>(steps: readonly string[], name: Name): Artifacts[Name][] =>
    steps.flatMap((id) => store.artifacts(id, name));
  const writers = (name: ArtifactName) => {
    if (!step.reads.includes(name)) {
      throw new TypeError(`stage "${step.stage.name}" reads ${name} but does not declare it`);
    }
    return writersOf(plan, step, name, given);
  };
  return {
    read: <Name extends ArtifactName>(name: Name) => rows(writers(name).slice(-1), name),
    readEvery: <Name extends ArtifactName>(name: Name) => rows(writers(name), name),
  };
}

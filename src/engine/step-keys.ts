import { contentKey, type Json } from "../foundation/content-key.ts";
import type { ArtifactName, Artifacts, ServiceName } from "../stages/stage.ts";
import { type Plan, type Step, stepsOf } from "./recipe.ts";
import { givenStep, writersOf } from "./run-view.ts";

/** What the user gave: problems to learn from, to select on and to measure with. */
export type Given = { [Name in ArtifactName]?: Artifacts[Name][] };

/** A key for the rows of every kind that was given. */
export type GivenKeys = { readonly [Name in ArtifactName]?: string };

export function givenKeys(given: Given): GivenKeys {
  return Object.fromEntries(Object.entries(given).map(([name, rows]) => [name, contentKey(rows)]));
}

/** The identity of every service behind the ports. */
export type ServiceIds = Record<ServiceName, string>;

/**
 * Everything that determines what each step makes, as one key a step: its code version and settings, the services it
 * uses, and the keys of the steps whose artifacts it reads. A change of configuration therefore changes the keys of
 * the steps that it reaches and of no others, and the keys are known before anything runs.
 */
export function stepKeys(
  plan: Plan,
  given: GivenKeys,
  serviceIds: ServiceIds,
  seed: string,
): ReadonlyMap<string, string> {
  const givenNames = new Set(Object.keys(given) as ArtifactName[]);
  const keys = new Map<string, string>();

  const inputKeys = (step: Step, name: ArtifactName): Json =>
    writersOf(plan, step, name, givenNames).map((writer) => [
      writer,
      (writer === givenStep ? given[name] : keys.get(writer)) as string,
    ]);
  for (const step of stepsOf(plan)) {
    const { name, version } = step.stage;
    keys.set(
      step.id,
      contentKey(
        plan.recipe,
        step.id,
        [name, version],
        step.settings as Json,
        step.uses.map((service) => [service, serviceIds[service]]),
        step.reads.map((artifact) => [artifact, inputKeys(step, artifact)]),
        seed,
      ),
    );
  }
  return keys;
}

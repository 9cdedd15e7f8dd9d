import { contentKey, type Json } from "../foundation/content-key.ts";
import type { ArtifactName, Artifacts, ServiceName } from "../stages/stage.ts";
import { type Plan, type Step, stepsOf } from "./recipe.ts";
import { givenStep, writersOf } from "./run-view.ts";

/** What the user gave: problems to learn from, to select on and to measure with. */
export type Given = { [Name in ArtifactName]?: Artifacts[Name][] };

/** The identity of every service behind the ports. */
export type ServiceIds = Record<ServiceName, string>;

/**
 * Everything that determines what each step makes, as one key a step: its code version and settings, the services it
 * uses, and the keys of the steps whose artifacts it reads. A change of configuration therefore changes the keys of
 * the steps that it reaches and of no others, and the keys are known before anything runs.
 */
export function stepKeys(
  plan: Plan,
  given: Given,
  serviceIds: ServiceIds,
  seed: string,
): ReadonlyMap<string, string> {
  const names = Object.keys(given) as ArtifactName[];
  const givenKeys = new Map(names.map((name) => [name, givenKey({ [name]: given[name] })]));
  const keys = new Map<string, string>();

  const inputKeys = (step: Step, name: ArtifactName): Json =>
    writersOf(plan, step, name, new Set(names)).map((writer) => [
      writer,
      (writer === givenStep ? givenKeys.get(name) : keys.get(writer)) as string,
    ]);
  for (const step of stepsOf(plan)) {
    const { name, version, reads, mayRead, uses } = step.stage;
    keys.set(
      step.id,
      contentKey(
        plan.recipe,
        step.id,
        [name, version],
        step.settings as Json,
        uses.map((service) => [service, serviceIds[service]]),
        [...reads, ...mayRead].map((artifact) => [artifact, inputKeys(step, artifact)]),
        seed,
      ),
    );
  }
  return keys;
}

export function givenKey(given: Given): string {
  return contentKey(given as Json);
}

import type { ArtifactName } from "../stages/stage.ts";
import type { Plan, Step } from "./recipe.ts";
import type { RunStore } from "./run-store.ts";
import { writersOf } from "./run-view.ts";

/** Keys of the adapters, among those that exist, that steps read: the newest that each one sees. */
export function neededAdapters(
  store: RunStore,
  plan: Plan,
  steps: readonly Step[],
  given: ReadonlySet<ArtifactName>,
): ReadonlySet<string> {
  const writers = steps
    .filter(({ uses, reads }) => uses.includes("target") && reads.includes("adapters"))
    .flatMap((step) => writersOf(plan, step, "adapters", given).slice(-1));
  return new Set(writers.flatMap((writer) => store.artifacts(writer, "adapters").map(({ key }) => key)));
}

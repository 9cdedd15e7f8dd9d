import type { Adapter } from "../../domain/adapter.ts";
import type { RunStore } from "../../engine/run-store.ts";
import { ErrataError } from "../../foundation/errors.ts";
import { stepLabel } from "../step-label.ts";

/** An adapter of a run and the step that trained it; null adapter: the base model. */
export interface NamedAdapter {
  name: string;
  adapter: Adapter | null;
}

/**
 * The adapter that `wanted` names: `base`, the beginning of an adapter's key, or undefined for the newest of the
 * method. Throws where there is none, or more than one.
 */
export function findAdapter(store: RunStore | undefined, wanted: string | undefined): NamedAdapter {
  if (wanted === "base") return { name: "the base model", adapter: null };
  const trained = store ? adaptersOf(store) : [];
  if (wanted === undefined) {
    const newest = trained.findLast(({ line }) => line === "method");
    if (newest) return newest;
    throw new ErrataError("The run has trained no adapter yet.", {
      advice: "Evaluate the base model with `--adapter base`, or let the run go on with `errata run`.",
    });
  }
  const found = new Map(
    trained
      .filter(({ adapter }) => adapter.key.startsWith(wanted))
      .map((candidate) => [candidate.adapter.key, candidate]),
  );
  const [first] = found.values();
  if (first && found.size === 1) return first;
  throw new ErrataError(
    first ? `"${wanted}" is the beginning of ${found.size} adapters.` : `The run has no adapter "${wanted}".`,
    { advice: `There is ${["base", ...trained.map(({ name }) => name)].join("; ")}.` },
  );
}

function adaptersOf(store: RunStore): (NamedAdapter & { adapter: Adapter; line: string })[] {
  return store
    .steps()
    .filter(({ stage, state }) => stage === "train" && state === "done")
    .flatMap((step) =>
      store.artifacts(step.id, "adapters").map((adapter) => ({
        name: `${adapter.key.slice(0, 8)} (${stepLabel(step)})`,
        line: step.line,
        adapter,
      })),
    );
}

import type { RunStore } from "../../engine/run-store.ts";
import { givenStep } from "../../engine/run-view.ts";
import { ErrataError } from "../../foundation/errors.ts";
import { suggest } from "../suggest.ts";
import { syntheticId } from "./synthetic-id.ts";

/** The kinds of item that a run can be asked about. */
export type ItemKind = "given" | "synthetic" | "dropped";

export interface FoundItem {
  id: string;
  kind: ItemKind;
}

/**
 * The item that an id, or the beginning of only one id, names. A training example stands for the problem it was made
 * from. Throws, with suggestions, where there is no such item or more than one.
 */
export function findItem(store: RunStore, wanted: string): FoundItem {
  const items = itemsById(store);
  const exact = items.get(wanted);
  if (exact) return exact;
  const beginning = [...items.keys()].filter((id) => id.startsWith(wanted));
  const [only] = beginning;
  if (only !== undefined && beginning.length === 1) return items.get(only)!;
  throw notFound(wanted, beginning, [...items.keys()]);
}

function itemsById(store: RunStore): Map<string, FoundItem> {
  const steps = store.steps().map(({ id }) => id);
  const items = new Map<string, FoundItem>();
  const add = (kind: ItemKind, id: string) => items.set(id, { id, kind });

  for (const step of steps) {
    for (const { origin } of store.artifacts(step, "droppedProblems")) add("dropped", syntheticId(origin));
    for (const { id } of store.artifacts(step, "syntheticProblems")) add("synthetic", id);
  }
  for (const name of ["seedProblems", "devProblems", "benchmarkProblems"] as const) {
    for (const { id } of store.artifacts(givenStep, name)) add("given", id);
  }
  for (const step of steps) {
    for (const { id, sources } of store.artifacts(step, "trainingExamples")) {
      const source = items.get(sources[0] ?? "");
      if (source) items.set(id, source);
    }
  }
  return items;
}

/** As many ids are named in an error as a person reads. */
const shownIds = 5;

function notFound(wanted: string, beginning: readonly string[], all: readonly string[]): ErrataError {
  if (beginning.length > 0) {
    const shown = [...beginning.slice(0, shownIds), ...(beginning.length > shownIds ? ["…"] : [])];
    return new ErrataError(`${beginning.length} items begin with "${wanted}".`, {
      advice: `Write more of the id: ${shown.join(", ")}`,
    });
  }
  const near = suggest(wanted, all);
  return new ErrataError(`The run has no item "${wanted}".`, {
    advice:
      near.length > 0
        ? `Did you mean ${near.join(", ")}?`
        : "Give the id of a problem of the data, or of a synthetic one; `errata status DIR --dump` lists them all.",
  });
}

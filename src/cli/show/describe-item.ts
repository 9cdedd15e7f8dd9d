import type { RunStore } from "../../engine/run-store.ts";
import { describeGiven } from "./describe-given.ts";
import { describeDropped, describeSynthetic } from "./describe-synthetic.ts";
import { type FoundItem, findItem, type ItemKind } from "./find-item.ts";
import { type Section, sectionLines } from "./section.ts";

const describers: Record<ItemKind, (store: RunStore, id: string) => Section[]> = {
  given: describeGiven,
  synthetic: describeSynthetic,
  dropped: describeDropped,
};

/** Everything that a run knows of one item, as text. Throws where the item cannot be told. */
export function describeItem(store: RunStore, wanted: string): string {
  const { id, kind }: FoundItem = findItem(store, wanted);
  return describers[kind](store, id)
    .map((section) => `${sectionLines(section).join("\n")}\n`)
    .join("\n");
}

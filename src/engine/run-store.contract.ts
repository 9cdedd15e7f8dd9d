import { afterEach, beforeEach, describe } from "vitest";
import type { RunStore } from "./run-store.ts";
import { describeItems } from "./run-store-contract/items.contract.ts";
import { describeResponses } from "./run-store-contract/responses.contract.ts";
import { describeSteps } from "./run-store-contract/steps.contract.ts";

/** What every adapter of the run store promises. `open` gives a fresh store. */
export function describeRunStore(name: string, open: () => RunStore): void {
  describe(name, () => {
    let opened: RunStore;
    beforeEach(() => {
      opened = open();
    });
    afterEach(() => opened.close());
    const store = () => opened;

    describeResponses(store);
    describeSteps(store);
    describeItems(store);
  });
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TokenExample } from "./training-batch.ts";
import { planSteps } from "./training-plan.ts";

const examples = (count: number): TokenExample[] =>
  Array.from({ length: count }, (_, id) => ({ prompt: [id], completion: [1] }));
const ids = (batch: readonly TokenExample[]): number[] => batch.map(({ prompt }) => prompt[0] as number);

describe("planSteps", () => {
  it("shows every example once in every epoch, in batches of the given size", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 9 }), (count, batchSize) => {
        const steps = planSteps(examples(count), { epochs: 3, batchSize, seed: 1 });
        for (const epoch of [1, 2, 3]) {
          const batches = steps.filter((step) => step.epoch === epoch).map((step) => ids(step.examples));
          expect(batches.flat().sort((a, b) => a - b)).toEqual(ids(examples(count)));
          expect(batches.slice(0, -1).every((batch) => batch.length === batchSize)).toBe(true);
        }
        expect(steps).toHaveLength(3 * Math.ceil(count / batchSize));
      }),
    );
  });

  it("takes the order from the seed, another in each epoch", () => {
    const order = (seed: number): number[][] =>
      planSteps(examples(30), { epochs: 2, batchSize: 30, seed }).map((step) => ids(step.examples));
    expect(order(1)).toEqual(order(1));
    expect(order(1)).not.toEqual(order(2));
    expect(order(1)[0]).not.toEqual(order(1)[1]);
  });
});

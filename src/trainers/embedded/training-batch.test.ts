import { beforeAll, describe, expect, it } from "vitest";
import { forbidden, tensor } from "../../models/embedded/index.ts";
import { createLossBatch, shapeFor } from "./training-batch.ts";

beforeAll(tensor.startBackend);

const examples = [
  { prompt: [1, 2, 3], completion: [4, 5] },
  { prompt: [6], completion: [7] },
];
const numbers = (values: tensor.Tensor): number[] => [...tensor.read(values)];

describe("createLossBatch", () => {
  it("lines up the ends of the completions and gives each of their tokens its share", () => {
    const batch = createLossBatch(examples, 3, { length: 6, window: 3 }, 0.25);
    expect(numbers(batch.tokens)).toEqual([0, 1, 2, 3, 4, 5, 0, 0, 0, 0, 6, 7, 0, 0, 0, 0, 0, 0]);
    expect(numbers(batch.positions)).toEqual([0, 0, 1, 2, 3, 4, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
    expect(numbers(batch.targets)).toEqual([3, 4, 5, 0, 6, 7, 0, 0, 0]);
    expect(numbers(batch.shares)).toEqual([0, 0.25, 0.25, 0, 0, 0.25, 0, 0, 0]);
    const hidden = Math.fround(forbidden);
    expect(numbers(batch.paddingBias).slice(0, 12)).toEqual([
      hidden,
      0,
      0,
      0,
      0,
      0,
      ...Array(4).fill(hidden),
      0,
      0,
    ]);
  });
});

describe("shapeFor", () => {
  it("leaves a place before the first predicted token", () => {
    expect(shapeFor([{ prompt: [], completion: Array(16).fill(1) }])).toEqual({ window: 16, length: 32 });
    expect(shapeFor(examples)).toEqual({ window: 16, length: 32 });
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { forbidden, tensor } from "../../models/embedded/index.ts";
import { padExample } from "./padded-example.ts";

beforeAll(tensor.startBackend);

const numbers = (values: tensor.Tensor): number[] => [...tensor.read(values)];

describe("padExample", () => {
  const padded = () => padExample({ prompt: [1, 2], completion: [4, 5] }, { length: 5, window: 3 }, 0.25);

  it("ends the completion at the last place and gives each of its tokens its share", () => {
    const { tokens, positions, targets, shares } = padded();
    expect(numbers(tokens)).toEqual([0, 1, 2, 4, 5]);
    expect(numbers(positions)).toEqual([0, 0, 1, 2, 3]);
    expect(numbers(targets)).toEqual([2, 4, 5]);
    expect(numbers(shares)).toEqual([0, 0.25, 0.25]);
  });

  it("hides the padding and what comes later", () => {
    const hidden = Math.fround(forbidden);
    expect(numbers(padded().bias)).toEqual(
      [
        [hidden, hidden, hidden, hidden, hidden],
        [hidden, 0, hidden, hidden, hidden],
        [hidden, 0, 0, hidden, hidden],
        [hidden, 0, 0, 0, hidden],
        [hidden, 0, 0, 0, 0],
      ].flat(),
    );
  });
});

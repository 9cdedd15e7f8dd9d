import { describe, expect, it } from "vitest";
import { createRandom } from "../../../foundation/random.ts";
import { pickWeighted, weightedOrder } from "./weighted.ts";

const light = { name: "light", weight: 1 };
const heavy = { name: "heavy", weight: 9 };

describe("pickWeighted", () => {
  it("draws in proportion to the weights", () => {
    const random = createRandom("weights");
    const drawn = Array.from({ length: 2000 }, () => pickWeighted(random, [light, heavy]));
    const share = drawn.filter((item) => item === heavy).length / drawn.length;
    expect(share).toBeGreaterThan(0.87);
    expect(share).toBeLessThan(0.93);
  });
});

describe("weightedOrder", () => {
  it("keeps all items and puts the heavier first more often", () => {
    const random = createRandom("order");
    const orders = Array.from({ length: 500 }, () => weightedOrder(random, [light, heavy]));
    expect(orders.every((order) => order.length === 2 && new Set(order).size === 2)).toBe(true);
    expect(orders.filter(([first]) => first === heavy).length).toBeGreaterThan(400);
  });
});

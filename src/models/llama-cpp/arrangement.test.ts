import { describe, expect, it } from "vitest";
import { arrangementsOf, fastestArrangement } from "./arrangement.ts";

const measured = async (cores: number, rates: Record<number, number>) => {
  const tried: number[] = [];
  const best = await fastestArrangement(arrangementsOf(cores, undefined), async ({ threads }) => {
    tried.push(threads);
    return rates[threads]!;
  });
  return { best, tried };
};

describe("how the cores are shared out", () => {
  it("goes from one thread each to all threads for one context", () => {
    expect([...arrangementsOf(6, undefined)]).toEqual([
      { threads: 1, contexts: 4 },
      { threads: 2, contexts: 3 },
      { threads: 4, contexts: 1 },
    ]);
    expect([...arrangementsOf(2, 3)]).toEqual([
      { threads: 1, contexts: 3 },
      { threads: 2, contexts: 3 },
    ]);
  });

  it("is the fastest that was measured", async () => {
    expect((await measured(8, { 1: 100, 2: 150, 4: 190, 8: 120 })).best).toEqual({ threads: 4, contexts: 2 });
    expect((await measured(1, { 1: 3 })).best).toEqual({ threads: 1, contexts: 1 });
  });

  it("is not looked for among more threads once they do not help", async () => {
    expect(await measured(8, { 1: 100, 2: 20, 4: 900 })).toEqual({
      best: { threads: 1, contexts: 4 },
      tried: [1, 2],
    });
  });
});

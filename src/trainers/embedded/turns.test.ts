import { describe, expect, it } from "vitest";
import { createTurns } from "./turns.ts";

describe("createTurns", () => {
  it("runs no more tasks at once than allowed, in order, also when some fail", async () => {
    const turns = createTurns(2);
    const ends: (() => void)[] = [];
    const started: number[] = [];
    const tasks = [0, 1, 2, 3].map((task) =>
      turns.take(async () => {
        started.push(task);
        await new Promise<void>((end) => ends.push(end));
        if (task === 1) throw new Error("failed");
        return task;
      }),
    );
    const outcomes = Promise.allSettled(tasks);
    await Promise.resolve();
    expect(started).toEqual([0, 1]);
    ends[1]?.();
    await expect(tasks[1]).rejects.toThrow("failed");
    await Promise.resolve();
    expect(started).toEqual([0, 1, 2]);
    ends[0]?.();
    await tasks[0];
    await Promise.resolve();
    expect(started).toEqual([0, 1, 2, 3]);
    for (const end of ends) end();
    expect((await outcomes).map(({ status }) => status)).toEqual([
      "fulfilled",
      "rejected",
      "fulfilled",
      "fulfilled",
    ]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { workThrough } from "./work-queue.ts";

const never = new AbortController().signal;

describe("workThrough", () => {
  it("works on every item once, in order of starting, with never more in flight than allowed", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 1, max: 8 }),
        async (scheduler, count, concurrency) => {
          const items = Array.from({ length: count }, (_, index) => index);
          const started: number[] = [];
          let inFlight = 0;
          let most = 0;
          await scheduler.waitFor(
            workThrough(items, concurrency, never, async (item) => {
              started.push(item);
              inFlight += 1;
              most = Math.max(most, inFlight);
              await scheduler.schedule(Promise.resolve());
              inFlight -= 1;
            }),
          );
          expect(started).toEqual(items);
          expect(most).toBe(Math.min(count, concurrency));
        },
      ),
    );
  });

  it("pulls an item only when a worker is free", async () => {
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    let pulled = 0;
    function* endless() {
      for (; pulled < 100; pulled++) yield pulled;
    }
    const working = workThrough(endless(), 3, never, () => released);
    await new Promise(setImmediate);
    expect(pulled).toBeLessThanOrEqual(3);
    release();
    await working;
    expect(pulled).toBe(100);
  });

  it("ends with the first error, after what is in flight, and starts nothing more", async () => {
    const second = Promise.withResolvers<void>();
    const started: number[] = [];
    const working = workThrough([0, 1, 2, 3], 2, never, async (item) => {
      started.push(item);
      if (item === 0) throw new Error("first");
      await second.promise;
      throw new Error("second");
    });
    let settled = false;
    const outcome = working.catch((error: Error) => error.message).finally(() => (settled = true));
    await new Promise(setImmediate);
    expect(settled).toBe(false);
    second.resolve();
    expect(await outcome).toBe("first");
    expect(started).toEqual([0, 1]);
  });

  it("ends with the error of an item source that fails, after what is in flight", async () => {
    let finished = 0;
    function* failing() {
      yield 0;
      throw new Error("no more");
    }
    const working = workThrough(failing(), 2, never, async () => {
      await new Promise(setImmediate);
      finished += 1;
    });
    await expect(working).rejects.toThrow("no more");
    expect(finished).toBe(1);
  });

  it("starts nothing more once aborted, and tells the abort rather than what it broke", async () => {
    const controller = new AbortController();
    const reason = new Error("interrupted");
    const started: number[] = [];
    const working = workThrough([0, 1, 2, 3], 2, controller.signal, async (item) => {
      started.push(item);
      await new Promise(setImmediate);
      controller.abort(reason);
      if (item === 1) throw new Error("connection closed");
    });
    await expect(working).rejects.toBe(reason);
    expect(started).toEqual([0, 1]);
  });

  it("tells an error that came before the abort", async () => {
    const controller = new AbortController();
    const working = workThrough([0, 1], 2, controller.signal, async (item) => {
      if (item === 0) throw new Error("disk full");
      await new Promise(setImmediate);
      controller.abort(new Error("interrupted"));
    });
    await expect(working).rejects.toThrow("disk full");
  });

  it("does nothing when aborted beforehand", async () => {
    const reason = new Error("interrupted");
    const work = workThrough([1], 1, AbortSignal.abort(reason), () => Promise.reject(new Error("worked")));
    await expect(work).rejects.toBe(reason);
  });
});

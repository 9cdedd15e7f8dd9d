import { describe, expect, it } from "vitest";
import { awaitAll } from "./await-all.ts";

describe("awaitAll", () => {
  it("gives the results in order", async () => {
    expect(await awaitAll([Promise.resolve(1), Promise.resolve(2)])).toEqual([1, 2]);
  });

  it("tells a failure only when nothing is in flight any more", async () => {
    const slow = Promise.withResolvers<void>();
    let told = false;
    const all = awaitAll([Promise.reject(new Error("failed")), slow.promise]).finally(() => (told = true));
    const outcome = expect(all).rejects.toThrow("failed");
    await new Promise(setImmediate);
    expect(told).toBe(false);
    slow.resolve();
    await outcome;
  });
});

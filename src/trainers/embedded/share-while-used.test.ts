import { describe, expect, it } from "vitest";
import { shareWhileUsed } from "./share-while-used.ts";

function recorded(open: () => Promise<number>) {
  const closed: number[] = [];
  const withShared = shareWhileUsed(open, async (resource) => void closed.push(resource));
  return { closed, withShared };
}

describe("shareWhileUsed", () => {
  it("opens once for uses at the same time and closes after the last", async () => {
    let opened = 0;
    const { closed, withShared } = recorded(async () => ++opened);
    const { promise: wait, resolve: end } = Promise.withResolvers<void>();
    const long = withShared(async (resource) => {
      await wait;
      return resource;
    });
    expect(await withShared(async (resource) => resource)).toBe(1);
    expect(closed).toEqual([]);
    end();
    expect(await long).toBe(1);
    expect(closed).toEqual([1]);
    expect(await withShared(async (resource) => resource)).toBe(2);
    expect(closed).toEqual([1, 2]);
  });

  it("closes after a use that failed", async () => {
    const { closed, withShared } = recorded(async () => 1);
    await expect(withShared(() => Promise.reject(new Error("no use")))).rejects.toThrow("no use");
    expect(closed).toEqual([1]);
  });

  it("opens again after an opening that failed", async () => {
    let tries = 0;
    const { closed, withShared } = recorded(async () => {
      tries += 1;
      if (tries === 1) throw new Error("closed for today");
      return tries;
    });
    await expect(withShared(async (resource) => resource)).rejects.toThrow("closed for today");
    expect(await withShared(async (resource) => resource)).toBe(2);
    expect(closed).toEqual([2]);
  });
});

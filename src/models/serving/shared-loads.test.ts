import { describe, expect, it } from "vitest";
import { createSharedLoads } from "./shared-loads.ts";

function noting() {
  const log: string[] = [];
  const loads = createSharedLoads({
    load: async (name) => void log.push(`load ${name}`),
    unload: async (name) => void log.push(`unload ${name}`),
  });
  return { log, loads };
}

describe("createSharedLoads", () => {
  it("loads once for all who use it and unloads after the last", async () => {
    const { log, loads } = noting();
    const releases = await Promise.all([loads.acquire("a"), loads.acquire("a"), loads.acquire("b")]);
    expect(log.toSorted()).toEqual(["load a", "load b"]);
    await releases[0]!();
    await releases[0]!();
    expect(log).toHaveLength(2);
    await releases[1]!();
    expect(log.at(-1)).toBe("unload a");
  });

  it("loads anew what was unloaded, after the unloading", async () => {
    const { log, loads } = noting();
    const release = await loads.acquire("a");
    const [again] = await Promise.all([loads.acquire("a"), release()]);
    await again();
    const releaseLast = await loads.acquire("a");
    await Promise.all([releaseLast(), loads.acquire("a")]);
    expect(log.filter((line) => line === "load a")).toHaveLength(
      1 + log.filter((line) => line === "unload a").length,
    );
  });

  it("tries again where loading failed", async () => {
    let tries = 0;
    const loads = createSharedLoads({
      async load() {
        tries += 1;
        if (tries === 1) throw new Error("not there");
      },
      unload: async () => {},
    });
    await expect(loads.acquire("a")).rejects.toThrow("not there");
    await expect(loads.acquire("a")).resolves.toBeTypeOf("function");
  });
});

import { describe, expect, it } from "vitest";
import { createOneAtATime } from "./one-at-a-time.ts";

/** Things that note when they start and end. */
function noting() {
  const log: string[] = [];
  const startable = (name: string) => ({
    async start() {
      log.push(`start ${name}`);
      return { name, end: async () => void log.push(`end ${name}`) };
    },
  });
  return { log, startable };
}

describe("createOneAtATime", () => {
  it("keeps what is used again and ends it before another starts", async () => {
    const { log, startable } = noting();
    const [a, b] = [startable("a"), startable("b")];
    const { use } = createOneAtATime<{ name: string; end(): Promise<void> }>();
    const names: string[] = [];
    for (const what of [a, a, b, a]) names.push(await use(what, async ({ name }) => name));
    expect(names).toEqual(["a", "a", "b", "a"]);
    expect(log).toEqual(["start a", "end a", "start b", "end b", "start a"]);
  });

  it("waits with another until nobody uses the one that runs", async () => {
    const { log, startable } = noting();
    const [a, b] = [startable("a"), startable("b")];
    const { use } = createOneAtATime<{ end(): Promise<void> }>();
    const work = Promise.withResolvers<void>();
    const first = use(a, () => work.promise);
    const second = use(a, async () => void log.push("use a"));
    const third = use(b, async () => void log.push("use b"));
    await second;
    expect(log).toEqual(["start a", "use a"]);
    work.resolve();
    await Promise.all([first, third]);
    expect(log).toEqual(["start a", "use a", "end a", "start b", "use b"]);
  });

  it("ends what is named, and starts it anew where it is used again", async () => {
    const { log, startable } = noting();
    const [a, b] = [startable("a"), startable("b")];
    const { use, end } = createOneAtATime<{ end(): Promise<void> }>();
    await use(a, async () => {});
    await end(b);
    expect(log).toEqual(["start a"]);
    await end(a);
    await use(a, async () => {});
    expect(log).toEqual(["start a", "end a", "start a"]);
  });

  it("tries again what could not be started", async () => {
    let tries = 0;
    const what = {
      async start() {
        tries += 1;
        if (tries === 1) throw new Error("no room");
        return { end: async () => {} };
      },
    };
    const { use } = createOneAtATime<{ end(): Promise<void> }>();
    await expect(use(what, async () => 1)).rejects.toThrow("no room");
    expect(await use(what, async () => 1)).toBe(1);
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ErrataError } from "../foundation/errors.ts";
import type { RunStore } from "./run-store.ts";
import { openSqliteRunStore } from "./sqlite-run-store.ts";
import { runToy, toyRecipe, toyServices, toyStage } from "./toy-run.fixture.ts";

let store: RunStore;
beforeEach(() => {
  store = openSqliteRunStore(":memory:");
});
afterEach(() => store.close());

describe("the services of a run", () => {
  const asking = toyStage({
    name: "ask",
    uses: ["target"],
    async run({ services }) {
      await services.target.withAdapter(null);
      return { artifacts: {}, in: 0, done: 0, notDone: {} };
    },
  });
  const failing = toyStage({ name: "fail", run: () => Promise.reject(new Error("failed")) });

  it("are ended with the run, once", async () => {
    const services = toyServices();
    await runToy(store, { recipe: toyRecipe([{ stage: asking }]), services, iterations: 3 });
    expect(services.closed).toEqual(["model", "server"]);
  });

  it("are ended when a stage fails, and their own failure does not hide it", async () => {
    const services = toyServices();
    const close = async () => {
      await services.server.close();
      throw new Error("already gone");
    };
    const broken = { ...services, server: { ...services.server, close } };
    const both = toyRecipe([{ stage: asking }, { stage: failing }]);
    await expect(runToy(store, { recipe: both, services: broken })).rejects.toThrow("failed");
    expect(services.closed).toEqual(["model", "server"]);
  });

  it("are ended when the store cannot be written at all", async () => {
    const services = toyServices();
    const closed = openSqliteRunStore(":memory:");
    closed.close();
    await expect(runToy(closed, { recipe: toyRecipe([{ stage: asking }]), services })).rejects.toThrow(
      "not open",
    );
    expect(services.closed).toEqual(["server"]);
  });

  it("are ended when a model cannot be served", async () => {
    const services = toyServices();
    const serve = () => Promise.reject(new ErrataError("There are no weights."));
    const missing = { ...services, server: { ...services.server, serve } };
    const running = runToy(store, { recipe: toyRecipe([{ stage: asking }]), services: missing });
    await expect(running).rejects.toThrow("There are no weights.");
    expect(services.closed).toEqual(["server"]);
  });
});

describe("a full disk", () => {
  it.each([
    ["SQLite's", Object.assign(new Error("database or disk is full"), { errcode: 13 })],
    ["SQLite's, as a failed write", Object.assign(new Error("disk I/O error"), { errcode: 778 })],
    ["the operating system's", Object.assign(new Error("no space left on device"), { code: "ENOSPC" })],
  ])("is told in one line, with what to do (%s)", async (_, cause) => {
    const full = toyStage({ name: "full", run: () => Promise.reject(cause) });
    const error = await runToy(store, { recipe: toyRecipe([{ stage: full }]) }).catch((error) => error);
    expect(ErrataError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      message: `The run in no-such-folder cannot be stored: ${cause.message}.`,
      advice: "Make room on the disk and run the same command again: what was stored is kept.",
      cause,
    });
  });
});

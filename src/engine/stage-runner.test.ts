import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Attempt } from "../domain/attempt.ts";
import type { Json } from "../foundation/content-key.ts";
import { UnusableAnswerError } from "../foundation/errors.ts";
import { countOutcomes, doneOutputs } from "../stages/outcomes.ts";
import type { Stage, StageContext } from "../stages/stage.ts";
import type { RunStore } from "./run-store.ts";
import { openSqliteRunStore } from "./sqlite-run-store.ts";
import { runToy, type ToyRun, toyRecipe, toyServices, toyStage } from "./toy-run.fixture.ts";

let store: RunStore;
beforeEach(() => {
  store = openSqliteRunStore(":memory:");
});
afterEach(() => store.close());

const attemptAt = (problemId: string): Attempt => ({
  problemId,
  output: "",
  prediction: null,
  verdict: "empty",
  how: "",
});

/** A stage that works on the ids given, one by one, and notes in `worked` on which. */
function itemStage(
  ids: readonly string[],
  {
    work = async () => {},
    keys = {},
  }: { work?: (id: string) => Promise<void>; keys?: Record<string, Json> } = {},
) {
  const worked: string[] = [];
  const stage = toyStage({
    name: "attempt",
    writes: ["attempts"],
    async run(context) {
      const items = ids.map((id) => ({ id, key: keys[id] ?? id, input: id }));
      const outcomes = await context.each(items, 2, async (id) => {
        worked.push(id);
        await work(id);
        return attemptAt(id);
      });
      return { artifacts: { attempts: doneOutputs(outcomes) }, ...countOutcomes(outcomes) };
    },
  });
  return { stage, worked };
}

const run = (stage: Stage, more: Partial<ToyRun> = {}) =>
  runToy(store, { recipe: toyRecipe([{ stage }]), ...more });
const attempted = () => store.artifacts("method/1/attempt", "attempts").map(({ problemId }) => problemId);
const items = () =>
  Object.fromEntries(store.items("method/1/attempt").map(({ id, state, reason }) => [id, reason ?? state]));

/** A stage that fails after its items, as if the process had been stopped there. */
const interrupted = (stage: Stage): Stage => ({
  ...stage,
  async run(context, settings) {
    await stage.run(context, settings);
    throw new Error("interrupted");
  },
});

describe("the items of a step", () => {
  it("have their outcomes in the order of the items, whatever ended first", async () => {
    const first = Promise.withResolvers<void>();
    const { stage } = itemStage(["a", "b", "c"], {
      work: (id) => (id === "a" ? first.promise : Promise.resolve(id === "c" ? first.resolve() : undefined)),
    });
    await run(stage);
    expect(attempted()).toEqual(["a", "b", "c"]);
  });

  it("are not worked on again once they are done", async () => {
    const { stage, worked } = itemStage(["a", "b"]);
    await expect(run(interrupted(stage))).rejects.toThrow("interrupted");
    await run(stage);
    expect(worked).toEqual(["a", "b"]);
    expect(attempted()).toEqual(["a", "b"]);
  });

  it("are worked on again when what determines them changes", async () => {
    await run(itemStage(["a", "b"]).stage);
    const changed = itemStage(["a", "b"], { keys: { b: "another key" } });
    await run({ ...changed.stage, version: 1 }, { seed: "another, so that the step is not reused" });
    expect(changed.worked).toEqual(["b"]);
    const newer = itemStage(["a", "b"]);
    await run({ ...newer.stage, version: 2 });
    expect(newer.worked).toEqual(["a", "b"]);
  });

  it("that fail are stored with their reason and tried again by the next run", async () => {
    let usable = false;
    const { stage, worked } = itemStage(["a", "b"], {
      work: async (id) => {
        if (id === "b" && !usable) throw new UnusableAnswerError("not JSON");
      },
    });
    await expect(run(interrupted(stage))).rejects.toThrow("interrupted");
    expect(items()).toEqual({ a: "done", b: "not JSON" });
    usable = true;
    await run(stage);
    expect(worked).toEqual(["a", "b", "b"]);
    expect(attempted()).toEqual(["a", "b"]);
    expect(items()).toEqual({ a: "done", b: "done" });
  });

  it("that fail are counted as not done, by reason", async () => {
    const { stage } = itemStage(["a", "b", "c"], {
      work: async (id) => {
        if (id !== "b") throw new UnusableAnswerError("not JSON");
      },
    });
    await run(stage);
    expect(store.step("method/1/attempt")?.counts).toEqual({ in: 3, done: 1, notDone: { "not JSON": 2 } });
  });

  it("are kept when another one ends the run", async () => {
    const { stage } = itemStage(["a", "b", "c"], {
      work: async (id) => {
        if (id === "b") throw new Error("connection closed");
      },
    });
    await expect(run(stage)).rejects.toThrow("connection closed");
    expect(items()).toEqual({ a: "done" });
    expect(store.step("method/1/attempt")).toMatchObject({
      state: "running",
      items: { total: 3, done: 1, failed: 0 },
    });
  });

  it("are counted anew after a change: what must be done again is pending", async () => {
    await run(itemStage(["a", "b", "c"]).stage);
    const changed = itemStage(["a", "b", "c"], {
      keys: { b: "another", c: "another" },
      work: () => Promise.reject(new Error("connection closed")),
    });
    await expect(run(changed.stage, { seed: "1" })).rejects.toThrow("connection closed");
    expect(store.step("method/1/attempt")?.items).toEqual({ total: 3, done: 1, failed: 0 });
  });

  it("of an earlier configuration are forgotten once the step is done", async () => {
    await run(itemStage(["a", "b"]).stage);
    await run(itemStage(["b"]).stage, { seed: "1" });
    expect(items()).toEqual({ b: "done" });
  });

  it("must have ids of their own", async () => {
    await expect(run(itemStage(["a", "a"]).stage)).rejects.toThrow('two items with the id "a"');
    const stage = toyStage({
      name: "attempt",
      async run({ each }) {
        const item = { id: "a", key: 1, input: 1 };
        await each([item], 1, async () => ({}));
        await each([item], 1, async () => ({}));
        return { artifacts: {}, in: 0, done: 0, notDone: {} };
      },
    });
    await expect(run(stage)).rejects.toThrow('two items with the id "a"');
  });
});

describe("a step", () => {
  const result = { artifacts: {}, in: 0, done: 0, notDone: {} };

  it("must account for everything it took in", async () => {
    const leaking = toyStage({
      name: "leak",
      run: async () => ({ ...result, in: 3, done: 1, notDone: { why: 1 } }),
    });
    await expect(run(leaking)).rejects.toThrow('stage "leak" took 3 items in and accounts for 2');
    expect(store.step("method/1/leak")?.state).toBe("running");
  });

  it("has the services that it declares, and no others", async () => {
    let seen: string[] = [];
    const stage = toyStage({
      name: "grade",
      uses: ["grader"],
      async run({ services }) {
        seen = Object.keys(services);
        return result;
      },
    });
    await run(stage);
    expect(seen).toEqual(["grader"]);
  });

  it("knows its place, and has a seed of its own", async () => {
    const contexts: Pick<StageContext, "recipe" | "iteration" | "seed">[] = [];
    const stage = toyStage({
      name: "draw",
      async run({ recipe, iteration, seed }) {
        contexts.push({ recipe, iteration, seed });
        return result;
      },
    });
    const recipe = toyRecipe([{ stage }], { controls: [{ name: "control", atEnd: [{ stage }] }] });
    await runToy(store, { recipe, iterations: 2, seed: "7" });
    expect(contexts).toEqual([
      { recipe: "toy", iteration: 1, seed: "7/method/1/draw" },
      { recipe: "toy", iteration: 2, seed: "7/method/2/draw" },
      { recipe: "control", iteration: 2, seed: "7/control/end/draw" },
    ]);
  });

  it("tells how far it is", async () => {
    const seen: string[] = [];
    const { stage } = itemStage(["a", "b"], {
      work: async (id) => {
        if (id === "b") throw new UnusableAnswerError("not JSON");
      },
    });
    await run(stage, {
      onProgress: (event) => {
        if (event.kind === "step-progress") seen.push(`${event.done}+${event.failed}/${event.total}`);
      },
    });
    expect([seen[0], seen.at(-1)]).toEqual(["0+0/2", "1+1/2"]);
  });

  it("takes as long as was worked on it in all, what was lost left out", async () => {
    let time = 0;
    const { stage } = itemStage(["a", "b"], {
      work: async () => {
        time += 3000;
      },
    });
    const now = () => time;
    const stopped: Stage = {
      ...stage,
      async run(context, settings) {
        await stage.run(context, settings);
        time += 60_000;
        throw new Error("interrupted");
      },
    };
    await expect(run(stopped, { now })).rejects.toThrow("interrupted");
    expect(store.step("method/1/attempt")?.seconds).toBe(6);
    const ended: Stage = {
      ...stage,
      async run(context, settings) {
        time += 500;
        return stage.run(context, settings);
      },
    };
    await run(ended, { now });
    expect(store.step("method/1/attempt")?.seconds).toBe(6.5);
  });

  it("asks for every response under its own name", async () => {
    const stage = toyStage({
      name: "ask",
      uses: ["target"],
      async run({ services }) {
        const model = await services.target.withAdapter(null);
        await model.generate({ prompt: "?", maxOutputTokens: 1, temperature: 0 });
        return result;
      },
    });
    await run(stage, { services: toyServices() });
    expect(store.step("method/1/ask")?.calls).toEqual({ count: 1, inputTokens: 1, outputTokens: 1 });
  });
});

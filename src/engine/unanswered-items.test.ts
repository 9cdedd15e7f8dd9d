import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Attempt } from "../domain/attempt.ts";
import { UnansweredError } from "../foundation/errors.ts";
import { countOutcomes, doneOutputs } from "../stages/outcomes.ts";
import { canonicalDump } from "./canonical-dump.ts";
import type { RunStore } from "./run-store.ts";
import { openSqliteRunStore } from "./sqlite-run-store.ts";
import { problemsOf, runToy, type ToyRun, toyRecipe, toyStage, tracing } from "./toy-run.fixture.ts";

let store: RunStore;
beforeEach(() => {
  store = openSqliteRunStore(":memory:");
});
afterEach(() => store.close());

const measure = toyStage({ name: "measure", reads: ["seedProblems"] });
const diagnose = tracing("diagnoses", { reads: ["attempts"] });
const cluster = tracing("errorTypes", { reads: ["diagnoses"] });
const dump = (of = store) => [...canonicalDump(of)].join("\n");

describe("an item without an answer", () => {
  let isDown: boolean;
  let answer: string;
  beforeEach(() => {
    isDown = true;
    answer = "an answer";
  });
  const asking = toyStage({
    name: "attempts",
    reads: ["seedProblems"],
    writes: ["attempts"],
    async run({ read, each }) {
      const items = read("seedProblems").map(({ id }) => ({ id, key: id, input: id }));
      const outcomes = await each(items, 1, async (id) => {
        if (id === "2" && isDown) throw new UnansweredError("connection closed");
        return { trace: `${answer} to ${id}` } as unknown as Attempt;
      });
      return { artifacts: { attempts: doneOutputs(outcomes) }, ...countOutcomes(outcomes) };
    },
  });
  const recipe = toyRecipe([{ stage: measure }, { stage: asking }, { stage: diagnose }, { stage: cluster }], {
    controls: [{ name: "control", atEnd: [{ stage: cluster }] }],
  });
  const run = (into = store, more: Partial<ToyRun> = {}) =>
    runToy(into, { recipe, given: { seedProblems: problemsOf("1", "2") }, ...more });
  /** The steps that a run worked on. */
  const worked = async () =>
    (await run()).filter((entry) => entry.startsWith("done")).map((entry) => entry.slice("done ".length));
  const fromAttempts = [
    "method/1/attempts",
    "method/1/diagnoses",
    "method/1/errorTypes",
    "control/end/errorTypes",
  ];

  it("fails with its reason, and the run goes on", async () => {
    expect(await worked()).toEqual(["method/1/measure", ...fromAttempts]);
    expect(store.step("method/1/attempts")).toMatchObject({
      counts: { in: 2, done: 1, notDone: { "connection closed": 1 } },
      unanswered: 1,
    });
  });

  it("is asked again by the next run, which redoes what is made from it", async () => {
    await worked();
    isDown = false;
    answer = "an answer that a done item must not be asked for";
    expect(await worked()).toEqual(fromAttempts);
    expect(store.step("method/1/attempts")).toMatchObject({ counts: { in: 2, done: 2 }, unanswered: 0 });
    expect(JSON.stringify(store.artifacts("control/end/errorTypes", "errorTypes"))).toContain("to 2");
    expect(store.items("method/1/attempts").map(({ output }) => output)).toEqual([
      { trace: "an answer to 1" },
      { trace: `${answer} to 2` },
    ]);
    expect(await worked()).toEqual([]);
  });

  it("changes nothing else as long as it gets none", async () => {
    await worked();
    const before = dump();
    expect(await worked()).toEqual(["method/1/attempts"]);
    expect(dump()).toBe(before);
  });

  it("ends in the same as if it had been answered at once, wherever the run was stopped meanwhile", async () => {
    const fresh = openSqliteRunStore(":memory:");
    isDown = false;
    await run(fresh);
    isDown = true;
    await worked();
    isDown = false;
    const controller = new AbortController();
    const stopped = run(store, {
      signal: controller.signal,
      onProgress: ({ kind, step }) => {
        if (kind === "step-done" && step.id === "method/1/attempts") controller.abort(new Error("stopped"));
      },
    });
    await expect(stopped).rejects.toThrow("stopped");
    expect(await worked()).toEqual(fromAttempts.slice(1));
    expect(dump()).toBe(dump(fresh));
    fresh.close();
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Attempt } from "../domain/attempt.ts";
import { planRun, type Recipe, type Step, stepsOf } from "./recipe.ts";
import type { RunStore } from "./run-store.ts";
import { createRunView, givenStep, writersOf } from "./run-view.ts";
import { openSqliteRunStore } from "./sqlite-run-store.ts";
import { problemsOf, toyStage } from "./toy-run.fixture.ts";

const seeing = { mayRead: ["seedProblems", "attempts", "syntheticProblems", "adapters"] } as const;
const attempt = toyStage({ name: "attempt", ...seeing, writes: ["attempts"] });
const synthesize = toyStage({ name: "synthesize", ...seeing, writes: ["syntheticProblems"] });
const train = toyStage({ name: "train", ...seeing, writes: ["adapters"] });
const select = toyStage({ name: "select", ...seeing });

const recipe: Recipe = {
  name: "toy",
  method: {
    name: "method",
    inEachIteration: [{ stage: attempt }, { stage: synthesize }, { stage: train }],
    atEnd: [{ stage: attempt }],
  },
  controls: [
    { name: "random", inEachIteration: [{ stage: select }], atEnd: [{ stage: train }, { stage: select }] },
    { name: "other", atStart: [{ stage: select }], inEachIteration: [{ stage: synthesize }] },
  ],
};
const given = new Set(["seedProblems"] as const);
const plan = planRun(recipe, { iterations: 2, given: [...given] });
const step = (id: string): Step => stepsOf(plan).find((candidate) => candidate.id === id)!;
const writers = (id: string, name: Parameters<typeof writersOf>[2]) => writersOf(plan, step(id), name, given);

describe("writersOf", () => {
  it("shows the method what came before it in the method", () => {
    expect(writers("method/1/attempt", "adapters")).toEqual([]);
    expect(writers("method/1/synthesize", "attempts")).toEqual(["method/1/attempt"]);
    expect(writers("method/2/synthesize", "attempts")).toEqual(["method/1/attempt", "method/2/attempt"]);
    expect(writers("method/end/attempt", "adapters")).toEqual(["method/1/train", "method/2/train"]);
  });

  it("shows what was given to all", () => {
    for (const { id } of stepsOf(plan)) expect(writers(id, "seedProblems")).toEqual([givenStep]);
  });

  it("shows a control the method up to the control's own place, and no further", () => {
    expect(writers("other/start/select", "syntheticProblems")).toEqual([]);
    expect(writers("random/1/select", "syntheticProblems")).toEqual(["method/1/synthesize"]);
    expect(writers("random/2/select", "syntheticProblems")).toEqual([
      "method/1/synthesize",
      "method/2/synthesize",
    ]);
    expect(writers("random/2/select", "attempts")).toEqual(["method/1/attempt", "method/2/attempt"]);
    expect(writers("random/end/select", "attempts")).toContain("method/end/attempt");
  });

  it("shows a control its own instead, once it has any", () => {
    expect(writers("other/1/synthesize", "syntheticProblems")).toEqual(["method/1/synthesize"]);
    expect(writers("other/2/synthesize", "syntheticProblems")).toEqual(["other/1/synthesize"]);
    expect(writers("random/end/select", "adapters")).toEqual(["random/end/train"]);
  });

  it("never shows one control to another", () => {
    for (const { id, line } of plan.controls.flat()) {
      for (const name of ["attempts", "syntheticProblems", "adapters"] as const) {
        for (const writer of writers(id, name)) expect(writer).toMatch(new RegExp(`^(${line}|method)/`));
      }
    }
  });
});

describe("createRunView", () => {
  let store: RunStore;
  const attempts = (...ids: string[]): Attempt[] =>
    ids.map((problemId) => ({ problemId, output: "", prediction: null, verdict: "empty", how: "" }));
  beforeEach(() => {
    store = openSqliteRunStore(":memory:");
    const put = (id: string, artifacts: object) =>
      store.finishStep(
        id,
        { artifacts, in: 0, done: 0, notDone: {} },
        { itemIds: new Set(), seconds: 0, madeFrom: [] },
      );
    put(givenStep, { seedProblems: problemsOf("p1", "p2") });
    put("method/1/attempt", { attempts: attempts("a", "b") });
    put("method/2/attempt", { attempts: attempts("c") });
  });
  afterEach(() => store.close());
  const view = (id: string) => createRunView(store, plan, step(id), given);
  const problemIds = (rows: Attempt[]) => rows.map(({ problemId }) => problemId);

  it("reads the newest rows, or every one, oldest first", () => {
    expect(problemIds(view("method/2/synthesize").read("attempts"))).toEqual(["c"]);
    expect(problemIds(view("method/2/synthesize").readEvery("attempts"))).toEqual(["a", "b", "c"]);
    expect(problemIds(view("random/1/select").read("attempts"))).toEqual(["a", "b"]);
    expect(view("random/1/select").read("seedProblems")).toEqual(problemsOf("p1", "p2"));
    expect(view("random/1/select").read("adapters")).toEqual([]);
  });

  it("refuses what a stage does not declare", () => {
    const message = 'stage "select" reads errorTypes but does not declare it';
    expect(() => view("random/1/select").read("errorTypes")).toThrow(message);
    expect(() => view("random/1/select").readEvery("errorTypes")).toThrow(message);
  });
});

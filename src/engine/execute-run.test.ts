import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Stage } from "../stages/stage.ts";
import { canonicalDump } from "./canonical-dump.ts";
import type { Line, Recipe } from "./recipe.ts";
import type { RunStore } from "./run-store.ts";
import { openSqliteRunStore } from "./sqlite-run-store.ts";
import { problemsOf, runToy, type ToyRun, toyServices, toyStage, tracing } from "./toy-run.fixture.ts";

let store: RunStore;
beforeEach(() => {
  store = openSqliteRunStore(":memory:");
});
afterEach(() => store.close());

const attempt = tracing("attempts", { reads: ["seedProblems"], uses: ["grader"] });
const diagnose = tracing("diagnoses", { reads: ["attempts"] });
const cluster = tracing("errorTypes", { reads: ["diagnoses"] });
const measure = toyStage({ name: "measure", reads: ["benchmarkProblems"] });
const recipe: Recipe = {
  name: "toy",
  method: {
    name: "method",
    atStart: [{ stage: measure }],
    inEachIteration: [{ stage: attempt }, { stage: diagnose }, { stage: cluster }],
  },
  controls: [{ name: "control", atEnd: [{ stage: cluster }] }],
};
const given = {
  seedProblems: problemsOf("1"),
  benchmarkProblems: problemsOf("2").map((problem) => ({ ...problem, benchmark: "b" })),
};
const run = (more: Partial<ToyRun> = {}) => runToy(store, { recipe, given, ...more });
/** The steps that a run worked on. */
const worked = async (more: Partial<ToyRun> = {}) =>
  (await run(more)).filter((entry) => entry.startsWith("done")).map((entry) => entry.slice("done ".length));
const everything = [
  "method/start/measure",
  "method/1/attempts",
  "method/1/diagnoses",
  "method/1/errorTypes",
  "control/end/errorTypes",
];
const dump = () => [...canonicalDump(store)].join("\n");

describe("executeRun", () => {
  it("runs every step once", async () => {
    expect(await worked()).toEqual(everything);
  });

  it("makes the same whatever ends first", async () => {
    await run();
    const expected = dump();
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const fresh = openSqliteRunStore(":memory:");
        const slowed = (stage: Stage): Stage => ({
          ...stage,
          run: (...parameters) => scheduler.schedule(Promise.resolve()).then(() => stage.run(...parameters)),
        });
        const slowedLine = (line: Line): Line => ({
          name: line.name,
          atStart: (line.atStart ?? []).map(({ stage }) => ({ stage: slowed(stage) })),
          inEachIteration: (line.inEachIteration ?? []).map(({ stage }) => ({ stage: slowed(stage) })),
          atEnd: (line.atEnd ?? []).map(({ stage }) => ({ stage: slowed(stage) })),
        });
        const method = slowedLine(recipe.method);
        const controls = recipe.controls.map(slowedLine);
        const running = runToy(fresh, { recipe: { ...recipe, method, controls }, given });
        await scheduler.waitFor(running);
        expect([...canonicalDump(fresh)].join("\n")).toBe(expected);
        fresh.close();
      }),
      { numRuns: 20 },
    );
  });

  it("does nothing again that is done", async () => {
    await run();
    const before = dump();
    expect(await run()).toEqual(everything.map((id) => `reused ${id}`));
    expect(dump()).toBe(before);
  });

  it("redoes what a changed setting reaches, and nothing else", async () => {
    await run();
    const overrides = { diagnoses: { suffix: "changed" } };
    expect(await worked({ overrides })).toEqual([
      "method/1/diagnoses",
      "method/1/errorTypes",
      "control/end/errorTypes",
    ]);
    const stepOverrides = { "control/end/errorTypes": { suffix: "changed" } };
    expect(await worked({ overrides, stepOverrides })).toEqual(["control/end/errorTypes"]);
  });

  it("redoes what changed data reach, and nothing else", async () => {
    await run();
    const benchmarkProblems = problemsOf("3").map((problem) => ({ ...problem, benchmark: "b" }));
    expect(await worked({ given: { ...given, benchmarkProblems } })).toEqual(["method/start/measure"]);
    expect(await worked({ given: { ...given, seedProblems: problemsOf("4") } })).toEqual(everything);
  });

  it("redoes what a changed service reaches", async () => {
    await run();
    const grader = { ...toyServices().grader, id: "a newer grader" };
    expect(await worked({ services: toyServices({ grader }) })).toEqual(everything.slice(1));
  });

  it("redoes what a newer version of a stage reaches, and everything for another recipe or seed", async () => {
    await run();
    const newer = {
      ...recipe,
      controls: [{ name: "control", atEnd: [{ stage: { ...cluster, version: 2 } }] }],
    };
    expect(await worked({ recipe: newer })).toEqual(["control/end/errorTypes"]);
    expect(await worked({ recipe: { ...recipe, name: "another" } })).toEqual(everything);
    expect(await worked({ seed: "another" })).toEqual(everything);
  });

  it("ends as a fresh run would, however often the configuration went back and forth", async () => {
    const before = { overrides: { attempts: { suffix: "a" } } };
    await run(before);
    const fresh = dump();
    const broken = { ...diagnose, run: () => Promise.reject(new Error("interrupted")) };
    const [start, attempts, , last] = [measure, attempt, diagnose, cluster].map((stage) => ({ stage }));
    const interrupted: Recipe = {
      ...recipe,
      method: { name: "method", atStart: [start!], inEachIteration: [attempts!, { stage: broken }, last!] },
    };
    const changed = { recipe: interrupted, overrides: { attempts: { suffix: "b" } } };
    await expect(run(changed)).rejects.toThrow("interrupted");
    expect(await worked(before)).toEqual(everything.slice(1));
    expect(dump()).toBe(fresh);
  });

  it("shows nothing of an earlier configuration, from the moment it is changed", async () => {
    await run();
    const signal = AbortSignal.abort(new Error("interrupted"));
    await expect(run({ overrides: { attempts: { suffix: "b" } }, signal })).rejects.toThrow("interrupted");
    expect(store.steps().map(({ id }) => id)).toEqual(["given/start/data", "method/start/measure"]);
    expect(store.artifacts("method/1/errorTypes", "errorTypes")).toEqual([]);
  });

  it("forgets the steps that are in the plan no more", async () => {
    await run({ iterations: 2 });
    await run();
    expect(store.steps().map(({ id }) => id)).toEqual(["given/start/data", ...everything]);
  });

  describe("up to a stage", () => {
    it("makes no later step", async () => {
      expect(await worked({ until: "attempts" })).toEqual(["method/start/measure", "method/1/attempts"]);
    });

    it("keeps the later steps that are stored and still hold", async () => {
      await run();
      const before = dump();
      expect(await worked({ until: "attempts" })).toEqual([]);
      expect(dump()).toBe(before);
      expect(await worked()).toEqual([]);
    });

    it("forgets the later steps that a change reaches", async () => {
      await run();
      const overrides = { diagnoses: { suffix: "changed" } };
      expect(await worked({ until: "attempts", overrides })).toEqual([]);
      expect(store.steps().map(({ id }) => id)).toEqual([
        "given/start/data",
        "method/start/measure",
        "method/1/attempts",
      ]);
    });
  });

  it("ends all but what reads from it where a step of a control fails", async () => {
    const failing = toyStage({
      name: "fail",
      writes: ["diagnoses"],
      run: () => Promise.reject(new Error("control failed")),
    });
    const controls = [
      { name: "bad", atEnd: [{ stage: failing }, { stage: cluster }] },
      { name: "good", atEnd: [{ stage: cluster }] },
    ];
    await expect(run({ recipe: { ...recipe, controls } })).rejects.toThrow("control failed");
    expect(store.step("method/1/errorTypes")?.state).toBe("done");
    expect(store.step("good/end/errorTypes")?.state).toBe("done");
    expect(store.step("bad/end/fail")?.state).toBe("running");
    expect(store.step("bad/end/errorTypes")).toBeUndefined();
  });

  it("begins nothing more where a step of the method fails, and ends what is at work", async () => {
    const failure = new Error("method failed");
    const { promise: failed, resolve: fail } = Promise.withResolvers<void>();
    const failing = toyStage({
      name: "fail",
      async run() {
        fail();
        throw failure;
      },
    });
    const slow = {
      ...attempt,
      run: (...parameters: Parameters<Stage["run"]>) => failed.then(() => attempt.run(...parameters)),
    };
    const method = {
      name: "method",
      inEachIteration: [{ stage: slow }, { stage: diagnose }, { stage: failing }],
    };
    await expect(run({ recipe: { ...recipe, method, controls: [] } })).rejects.toBe(failure);
    expect(store.steps().map(({ id, state }) => `${id} ${state}`)).toEqual([
      "given/start/data done",
      "method/1/attempts done",
      "method/1/fail running",
    ]);
  });

  it("starts no step once it is aborted, and goes on from there", async () => {
    const controller = new AbortController();
    const reason = new Error("interrupted");
    const aborted = run({
      signal: controller.signal,
      onProgress: ({ kind, step }) => {
        if (kind === "step-done" && step.id === "method/1/attempts") controller.abort(reason);
      },
    });
    await expect(aborted).rejects.toBe(reason);
    expect(await worked()).toEqual(everything.slice(2));
  });
});

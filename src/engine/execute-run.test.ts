import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Attempt } from "../domain/attempt.ts";
import { ErrataError, UnansweredError } from "../foundation/errors.ts";
import { countOutcomes, doneOutputs } from "../stages/outcomes.ts";
import type { Artifacts, Stage } from "../stages/stage.ts";
import { canonicalDump } from "./canonical-dump.ts";
import type { Line, Recipe } from "./recipe.ts";
import type { RunStore } from "./run-store.ts";
import { openSqliteRunStore } from "./sqlite-run-store.ts";
import { problemsOf, runToy, type ToyRun, toyRecipe, toyServices, toyStage } from "./toy-run.fixture.ts";

let store: RunStore;
beforeEach(() => {
  store = openSqliteRunStore(":memory:");
});
afterEach(() => store.close());

/** A stage whose one row tells which setting and inputs it was made from. */
function tracing(name: "attempts" | "diagnoses" | "errorTypes", more: Partial<Stage> = {}): Stage {
  return toyStage({
    name,
    writes: [name],
    ...more,
    async run({ read }, { suffix }) {
      const inputs = [...(more.reads ?? [])].map((input) => JSON.stringify(read(input)));
      const row = { trace: `${suffix}(${inputs.join()})` } as unknown as Artifacts[typeof name];
      return { artifacts: { [name]: [row] }, in: 1, done: 1, notDone: {} };
    },
  } as Parameters<typeof toyStage>[0]);
}

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
  const askingRecipe: Recipe = {
    ...recipe,
    method: { name: "method", inEachIteration: [{ stage: asking }, { stage: diagnose }, { stage: cluster }] },
  };
  const problems = { ...given, seedProblems: problemsOf("1", "2") };
  const runAsking = () => worked({ recipe: askingRecipe, given: problems });
  const fromAttempts = [
    "method/1/attempts",
    "method/1/diagnoses",
    "method/1/errorTypes",
    "control/end/errorTypes",
  ];

  it("fails with its reason, and the run goes on", async () => {
    expect(await runAsking()).toEqual(fromAttempts);
    expect(store.step("method/1/attempts")).toMatchObject({
      counts: { in: 2, done: 1, notDone: { "connection closed": 1 } },
      unanswered: 1,
    });
  });

  it("is asked again by the next run, which redoes what is made from it", async () => {
    await runAsking();
    isDown = false;
    answer = "an answer that a done item must not be asked for";
    expect(await runAsking()).toEqual(fromAttempts);
    expect(store.step("method/1/attempts")).toMatchObject({ counts: { in: 2, done: 2 }, unanswered: 0 });
    expect(JSON.stringify(store.artifacts("control/end/errorTypes", "errorTypes"))).toContain("to 2");
    expect(store.items("method/1/attempts").map(({ output }) => output)).toEqual([
      { trace: "an answer to 1" },
      { trace: `${answer} to 2` },
    ]);
    expect(await runAsking()).toEqual([]);
  });

  it("changes nothing else as long as it gets none", async () => {
    await runAsking();
    const before = dump();
    expect(await runAsking()).toEqual(["method/1/attempts"]);
    expect(dump()).toBe(before);
  });

  it("ends in the same as if it had been answered at once, wherever the run was stopped meanwhile", async () => {
    const fresh = openSqliteRunStore(":memory:");
    isDown = false;
    await runToy(fresh, { recipe: askingRecipe, given: problems });
    isDown = true;
    await runAsking();
    isDown = false;
    const controller = new AbortController();
    const stopped = run({
      recipe: askingRecipe,
      given: problems,
      signal: controller.signal,
      onProgress: ({ kind, step }) => {
        if (kind === "step-done" && step.id === "method/1/attempts") controller.abort(new Error("stopped"));
      },
    });
    await expect(stopped).rejects.toThrow("stopped");
    expect(await runAsking()).toEqual(fromAttempts.slice(1));
    expect(dump()).toBe([...canonicalDump(fresh)].join("\n"));
    fresh.close();
  });
});

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
    await expect(runToy(closed, { recipe, given, services })).rejects.toThrow("not open");
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

import { describe, expect, it } from "vitest";
import { linesOf, type PlanOptions, planRun, type Recipe, stepsOf } from "./recipe.ts";
import { toyRecipe, toyStage } from "./toy-run.fixture.ts";

const measure = toyStage({ name: "measure", reads: ["benchmarkProblems"] });
const attempt = toyStage({
  name: "attempt",
  reads: ["seedProblems"],
  mayRead: ["adapters"],
  writes: ["attempts"],
});
const learn = toyStage({ name: "learn", reads: ["attempts"], writes: ["adapters"] });
const guess = toyStage({ name: "guess", writes: ["adapters"] });

const recipe: Recipe = {
  name: "toy",
  method: {
    name: "method",
    atStart: [{ stage: measure }],
    inEachIteration: [{ stage: attempt, settings: { suffix: "recipe" } }, { stage: learn }],
    atEnd: [{ stage: attempt }],
  },
  controls: [{ name: "control", inEachIteration: [{ stage: guess }], atEnd: [{ stage: attempt }] }],
};
const options: PlanOptions = { iterations: 2, given: ["seedProblems", "benchmarkProblems"] };
const plan = (more: Partial<PlanOptions> = {}) => planRun(recipe, { ...options, ...more });
const settingsOf = (more: Partial<PlanOptions>) =>
  Object.fromEntries(
    stepsOf(plan(more)).map(({ id, settings }) => [id, (settings as { suffix: string }).suffix]),
  );

describe("planRun", () => {
  it("unrolls lines into steps: start, iterations, end", () => {
    const lines = linesOf(plan()).map((steps) => steps.map(({ id }) => id));
    expect(lines).toEqual([
      [
        "method/start/measure",
        "method/1/attempt",
        "method/1/learn",
        "method/2/attempt",
        "method/2/learn",
        "method/end/attempt",
      ],
      ["control/1/guess", "control/2/guess", "control/end/attempt"],
    ]);
  });

  it("leaves out what reads benchmarks where there are none and the run ends earlier", () => {
    const { method, goal } = plan({ given: ["seedProblems"], until: "attempt" });
    expect(goal.map(({ id }) => id)).toEqual(["method/1/attempt"]);
    expect(method.map(({ id }) => id)).not.toContain("method/start/measure");
  });

  it("numbers iterations, of which the start is none and the end is the last", () => {
    expect(plan().method.map(({ iteration }) => iteration)).toEqual([0, 1, 1, 2, 2, 2]);
  });

  it("lays settings over each other: recipe, user, step", () => {
    expect(settingsOf({})["method/1/attempt"]).toBe("recipe");
    const settings = settingsOf({
      overrides: { attempt: { suffix: "user" } },
      stepOverrides: { "method/2/attempt": { suffix: "step" } },
    });
    expect(settings["method/1/attempt"]).toBe("user");
    expect(settings["method/2/attempt"]).toBe("step");
    expect(settings["method/1/learn"]).toBe("");
  });

  it("gives a control the method's settings under its own, which the user cannot undo", () => {
    expect(settingsOf({})["control/end/attempt"]).toBe("recipe");
    expect(settingsOf({ overrides: { attempt: { suffix: "user" } } })["control/end/attempt"]).toBe("user");
    const fixed: Recipe = {
      ...recipe,
      controls: [{ name: "control", atEnd: [{ stage: attempt, settings: { suffix: "control" } }] }],
    };
    const [step] = planRun(fixed, { ...options, overrides: { attempt: { suffix: "user" } } }).controls[0]!;
    expect(step?.settings).toEqual({ suffix: "control" });
  });

  it("ends after a stage of the first iteration, without controls", () => {
    const until = (stage: string) => plan({ until: stage }).goal.map(({ id }) => id);
    expect(until("attempt")).toEqual(["method/start/measure", "method/1/attempt"]);
    expect(until("learn")).toEqual(["method/start/measure", "method/1/attempt", "method/1/learn"]);
    expect(plan({}).goal).toEqual(stepsOf(plan({})));
  });

  it("knows the steps beyond that stage, which may lack inputs", () => {
    expect(stepsOf(plan({ until: "attempt" }))).toEqual(stepsOf(plan({})));
    const late = toyRecipe([
      { stage: attempt },
      { stage: toyStage({ name: "late", reads: ["devProblems"] }) },
    ]);
    expect(() => planRun(late, { ...options, until: "attempt" })).not.toThrow();
    expect(() => planRun(late, options)).toThrow('Stage "late" needs problems, and `data.dev`');
  });

  it.each([
    ["until", { until: "measure" }, 'no stage "measure"'],
    ["until", { until: "guess" }, 'no stage "guess"'],
    ["until", { until: "slect" }, 'no stage "slect"'],
    ["overrides", { overrides: { slect: {} } }, 'no stage "slect"'],
    [
      "overrides",
      { overrides: { attempt: { sufix: "" } } },
      'stage "attempt" are not valid: ✖ Unrecognized key: "sufix"',
    ],
    ["overrides", { overrides: { attempt: { suffix: 1 } } }, "expected string"],
    ["overrides", { overrides: { guess: { suffix: 1 } } }, 'stage "guess" are not valid'],
    ["given", { given: ["benchmarkProblems"] as const }, 'Stage "attempt" needs problems, and `data.seeds`'],
    ["given", { given: ["seedProblems"] as const }, 'Stage "measure" needs problems, and `data.benchmarks`'],
  ])("refuses wrong %s %o", (_, wrong, message) => {
    expect(() => plan(wrong)).toThrow(message);
  });

  it("knows what a control gets from the method, and that the method gets nothing from a control", () => {
    const reading = (name: string) => toyStage({ name, reads: ["attempts"] });
    const makes = { stage: attempt };
    const control = (stage: string) => [{ name: "control", atEnd: [{ stage: reading(stage) }] }];
    expect(() => planRun(toyRecipe([makes], { controls: control("a") }), options)).not.toThrow();
    const backwards = toyRecipe([{ stage: reading("a") }], {
      controls: [{ name: "control", atEnd: [makes] }],
    });
    expect(() => planRun(backwards, options)).toThrow('Stage "a" needs attempts');
  });

  it("knows what a stage leaves unread with its settings", () => {
    const stage = toyStage({
      name: "train",
      mayRead: ["attempts", "adapters"],
      unread: ({ suffix }) => (suffix === "from scratch" ? ["adapters"] : []),
    });
    const readsWith = (suffix: string) =>
      planRun(toyRecipe([{ stage, settings: { suffix } }]), options).method[0]?.reads;
    expect(readsWith("continue")).toEqual(["attempts", "adapters"]);
    expect(readsWith("from scratch")).toEqual(["attempts"]);
  });

  it("knows what a stage does without with its settings", () => {
    const stage = toyStage({
      name: "select",
      uses: ["target", "trainer"],
      unused: ({ suffix }) => (suffix === "by answers" ? ["trainer"] : []),
    });
    const usesWith = (suffix: string) =>
      planRun(toyRecipe([{ stage, settings: { suffix } }]), options).method[0]?.uses;
    expect(usesWith("by gradients")).toEqual(["target", "trainer"]);
    expect(usesWith("by answers")).toEqual(["target"]);
  });

  it("refuses a stage that stands twice at one place", () => {
    const twice = toyRecipe([{ stage: attempt }, { stage: attempt }]);
    expect(() => planRun(twice, options)).toThrow('the step "method/1/attempt" twice');
  });
});

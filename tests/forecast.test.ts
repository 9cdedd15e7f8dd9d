import { basename } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type RecipeName, recipes } from "../src/config/recipes.ts";
import type { RunServices } from "../src/engine/execute-run.ts";
import { countRows, forecastRun, type Leaves, standingOf } from "../src/engine/forecast/index.ts";
import { planRun } from "../src/engine/recipe.ts";
import { createLlmInstructor } from "../src/instructors/llm/index.ts";
import type { ModelServer } from "../src/models/model-server.ts";
import type { Rates } from "../src/stages/forecast.ts";
import { mistakeTeacher } from "./support/mistake-teacher.ts";
import { createRunBench, type RunBench } from "./support/run-bench.ts";
import { scriptedTeacher } from "./support/scripted-teacher.ts";
import { type Teacher, teacherModel } from "./support/teacher-model.ts";
import { toyProblems } from "./support/toy-problems.ts";
import { createToyServices } from "./support/toy-services.ts";

let bench: RunBench;
beforeEach(() => {
  bench = createRunBench();
});
afterEach(() => bench.remove());

const given = {
  seedProblems: toyProblems("seed", 30),
  devProblems: toyProblems("dev", 15),
  // One problem stands in two benchmarks, and is asked about once.
  benchmarkProblems: [...toyProblems("test", 12), ...toyProblems("test", 3)].map((problem, index) => ({
    ...problem,
    benchmark: index < 12 ? "whole" : "part",
  })),
  novelFromProblems: [],
};
const names = Object.keys(given) as (keyof typeof given)[];
const counts: Leaves = Object.fromEntries(names.map((name) => [name, countRows(name, given[name])]));

/** What is true of the toys: two of three operations are wrong, for two reasons, and one draft in four is no good. */
const truth: Rates = {
  wrongAnswers: 2 / 3,
  distinctKeyphrases: 2 / 20,
  errorTypes: 2,
  novelDrafts: 1,
  soundDrafts: 0.75,
  agreement: 1,
  wrongInjections: 1,
  foundLabels: 1,
  rightCorrections: 1,
};

const planOf = (recipe: RecipeName) =>
  planRun(recipes[recipe], {
    iterations: 2,
    overrides: {
      synthesize: { problems: 14, problemsPerCall: 4, noveltyThreshold: 1 },
      select: { devBad: 4, devGood: 3, keep: 0.5 },
    },
    given: names,
  });

/** A target that learns nothing, and with every adapter says the same in other words. */
function stubbornServer(): ModelServer {
  const { server } = createToyServices();
  return {
    ...server,
    async serve(adapterDirectory, signal) {
      const model = await server.serve(null, signal);
      const lesson = adapterDirectory === null ? "base" : basename(adapterDirectory);
      return {
        ...model,
        id: `toy ${lesson}`,
        async generate(request) {
          const generation = await model.generate(request);
          return { ...generation, text: `After lesson ${lesson}:${generation.text}` };
        },
      };
    },
  };
}

/** Names other causes after every lesson; the arithmetic of one new problem a call is wrong. */
const teacher: Teacher = (request) => {
  const lesson = /After lesson (\w+)/.exec(request.prompt)?.[1];
  const { text } = scriptedTeacher(request);
  return { text: text.replace("adds,", `adds after ${lesson},`).replace(/= \d+\\n####/, "= 1\\n####") };
};

const services = (): RunServices => ({
  ...createToyServices(),
  server: stubbornServer(),
  instructor: createLlmInstructor({ model: teacherModel(teacher), protocol: "sei" }),
});

const execute = (recipe: RecipeName) => bench.execute({ plan: planOf(recipe), given, services: services() });

const callsMade = () =>
  new Map(bench.store.steps().flatMap(({ id, calls }) => (calls.count > 0 ? [[id, calls.count]] : [])));

const callsForecast = (recipe: RecipeName) => {
  const forecast = forecastRun({
    plan: planOf(recipe),
    given: counts,
    rates: truth,
    instructor: services().instructor,
  });
  expect(forecast.filter(({ calls }) => calls === null)).toEqual([]);
  return sumsOf(forecast);
};

/** The calls of each step that makes some. */
const sumsOf = (forecast: ReturnType<typeof forecastRun>) =>
  new Map(
    forecast.flatMap(({ step, calls }) => {
      const sum = (calls ?? []).reduce((total, { count }) => total + count, 0);
      return sum > 0 ? [[step.id, sum]] : [];
    }),
  );

describe("a forecast that knows the shares of the run", () => {
  it.each(["sei", "sei-paper"] as const)(
    "tells the calls of every step of %s as they are made",
    async (recipe) => {
      await execute(recipe);
      const made = callsMade();
      expect(made.get("method/2/select")).toBeGreaterThan(0);
      expect(callsForecast(recipe)).toEqual(made);
    },
  );
});

describe("a forecast of LEMMA that knows the shares of the run", () => {
  const plan = planRun(recipes.lemma, {
    iterations: 1,
    overrides: {
      sample: { samples: 1 },
      // The toy target has one kind of mistake, and one injection of it in a problem is always a new one.
      "collect-errors": { injectionsPerProblem: 1 },
      "forced-prefixes": { problems: 0 },
      mix: { similarity: 1 },
    },
    given: names,
  });
  const instructor = createLlmInstructor({ model: teacherModel(mistakeTeacher), protocol: "lemma" });

  it("tells the calls of every step as they are made", async () => {
    await bench.execute({ plan, given, services: { ...services(), instructor } });
    const forecast = forecastRun({ plan, given: counts, rates: truth, instructor });
    const made = callsMade();
    expect([...made.keys()]).toEqual(expect.arrayContaining(["method/1/smooth", "method/1/collect-errors"]));
    expect(sumsOf(forecast)).toEqual(made);
  });
});

describe("a forecast of a run that is done", () => {
  it("has nothing left to do, as long as the settings are those of the run", async () => {
    await execute("sei");
    const plan = planOf("sei");
    const run = { plan, given, services: services(), seed: "0" };
    const standing = standingOf(bench.store, run);
    expect(plan.goal.every(standing.isDone)).toBe(true);
    const cluster = plan.goal.find(({ id }) => id === "method/2/cluster")!;
    expect(standing.leaves(cluster)).toEqual({ errorTypes: { rows: 2 } });
    expect(plan.goal.some(standingOf(bench.store, { ...run, seed: "1" }).isDone)).toBe(false);
  });
});

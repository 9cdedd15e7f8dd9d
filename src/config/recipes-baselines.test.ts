import { describe, expect, it } from "vitest";
import { dependenciesOf, originsOf } from "../engine/dependencies.ts";
import { planRun } from "../engine/recipe.ts";
import { recipeOf } from "./recipe-of.ts";
import { type BaselineName, baselineControls, baselineRecipes } from "./recipes-baselines.ts";

const given = ["seedProblems", "devProblems", "benchmarkProblems"] as const;
const target = { kind: "embedded" } as const;
const names = Object.keys(baselineControls) as BaselineName[];

describe("a baseline", () => {
  it.each(names)("%s is a recipe of its own, whose every iteration adds to what it trains on", (name) => {
    const plan = planRun(baselineRecipes[name], { iterations: 2, given });
    const dependencies = dependenciesOf(plan, new Set(given));
    const makers = plan.method.filter(({ stage }) => stage.writes.includes("trainingExamples"));
    expect(makers.map(({ settings }) => (settings as { examples: number }).examples)).toEqual([500, 500]);
    expect(originsOf(dependencies, "method/2/train")).toEqual(
      originsOf(dependencies, "method/2/train").union(new Set(makers.map(({ id }) => id))),
    );
  });

  it.each(names)("%s stands beside a method, and sees of it only how much it made", (name) => {
    const plan = planRun(recipeOf({ recipe: "sei", controls: [name], target, stages: {} }), {
      iterations: 2,
      given,
    });
    const dependencies = dependenciesOf(plan, new Set(given));
    const own = plan.controls.at(-1)!;
    expect(own[0]!.line).toBe(name);
    const seen = own
      .flatMap(({ id }) => dependencies.get(id)!)
      .filter((writer) => !writer.startsWith(`${name}/`));
    expect(new Set(seen)).toEqual(new Set(["method/1/select", "method/2/select"]));
  });
});

import { describe, expect, it } from "vitest";
import { dependenciesOf, madeFrom, originsOf } from "./dependencies.ts";
import { planRun } from "./recipe.ts";
import { toyRecipe, toyStage } from "./toy-run.fixture.ts";

const attempt = toyStage({
  name: "attempt",
  reads: ["seedProblems"],
  mayRead: ["adapters"],
  writes: ["attempts"],
});
const train = toyStage({ name: "train", reads: ["attempts"], writes: ["adapters"] });
const measure = toyStage({ name: "measure", reads: ["adapters"] });
const recipe = toyRecipe([{ stage: attempt }, { stage: train }], {
  controls: [{ name: "control", atEnd: [{ stage: train }, { stage: measure }] }],
});
const plan = planRun(recipe, { iterations: 2, given: ["seedProblems"] });
const dependencies = dependenciesOf(plan, new Set(["seedProblems"]));

describe("dependencies", () => {
  it("are the steps whose artifacts a step reads, what was given left out", () => {
    expect(Object.fromEntries(dependencies)).toEqual({
      "method/1/attempt": [],
      "method/1/train": ["method/1/attempt"],
      "method/2/attempt": ["method/1/train"],
      "method/2/train": ["method/1/attempt", "method/2/attempt"],
      "control/end/train": ["method/1/attempt", "method/2/attempt"],
      "control/end/measure": ["control/end/train"],
    });
  });

  it("lead from a step to its origins and from an origin to what is made from it", () => {
    expect([...originsOf(dependencies, "method/2/attempt")].toSorted()).toEqual([
      "method/1/attempt",
      "method/1/train",
    ]);
    expect(madeFrom(dependencies, "method/2/attempt")).toEqual([
      "method/2/train",
      "control/end/train",
      "control/end/measure",
    ]);
    expect(madeFrom(dependencies, "control/end/measure")).toEqual([]);
  });
});

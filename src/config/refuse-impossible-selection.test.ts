import { describe, expect, it } from "vitest";
import { planRun } from "../engine/recipe.ts";
import { embeddedDefault } from "./embedded-default.ts";
import { parseConfig } from "./load.ts";
import { recipes } from "./recipes.ts";
import { refuseImpossibleSelection } from "./refuse-impossible-selection.ts";

const given = ["seedProblems", "devProblems", "benchmarkProblems", "novelFromProblems"] as const;
const openAi = { kind: "openai", model: "gpt-4o-mini" };
const server = {
  kind: "openai-compatible",
  baseUrl: "http://localhost:8000/v1",
  model: "a/b",
  prompt: "chat",
};
const replay = { kind: "replay", file: "answers.jsonl" };
const namingWeights = { kind: "trl", model: "a/b" };

function check(strategy: string, more: Record<string, unknown> = {}) {
  const config = parseConfig(
    { ...embeddedDefault, ...more, stages: { ...embeddedDefault.stages, select: { strategy } } },
    "a test",
  );
  const { recipe, iterations, until, stages } = config;
  const plan = planRun(recipes[recipe], { iterations, until, overrides: stages, given: [...given] });
  return () => refuseImpossibleSelection(plan, config);
}

describe("refuseImpossibleSelection", () => {
  it.each([
    ["gradients of the embedded model", check("less")],
    ["gradients of the embedded model by trl", check("less", { trainer: { kind: "trl" } })],
    ["gradients of weights that a server has", check("less", { target: server, trainer: { kind: "trl" } })],
    ["gradients of weights that are named", check("less", { target: replay, trainer: namingWeights })],
    ["answers of any target", check("racing", { target: openAi })],
    ["a choice that asks nobody", check("random", { target: openAi })],
    ["a run that ends before it selects", check("less", { target: openAi, until: "synthesize" })],
  ])("lets pass %s", (_, checked) => {
    expect(checked).not.toThrow();
  });

  it("refuses likelihoods of another target, and lets those of the embedded one pass whoever trains", () => {
    expect(check("loss", { target: openAi })).toThrow("The strategy loss selects by likelihoods");
    expect(check("loss", { trainer: { kind: "trl" } })).not.toThrow();
  });

  it.each([
    ["a hosted target", { target: openAi }],
    ["a hosted target by trl", { target: openAi, trainer: { kind: "trl" } }],
    ["weights by the embedded trainer", { target: server }],
    ["weights by a trainer that only trains", { target: server, trainer: { kind: "axolotl" } }],
  ])("refuses gradients of %s", (_, more) => {
    expect(check("less", more)).toThrow("The strategy less selects by gradients");
  });
});

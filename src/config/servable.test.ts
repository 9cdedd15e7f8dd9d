import { describe, expect, it } from "vitest";
import { planRun } from "../engine/recipe.ts";
import { embeddedDefault } from "./embedded-default.ts";
import { parseConfig } from "./load.ts";
import { recipes } from "./recipes.ts";
import { refuseUnservable } from "./servable.ts";

const given = ["seedProblems", "devProblems", "benchmarkProblems", "novelFromProblems"] as const;
const openAi = { kind: "openai", model: "gpt-4o-mini" };
const compatible = { kind: "openai-compatible", baseUrl: "http://localhost:8000/v1", model: "m" };
const trl = { kind: "trl" };

function check(more: Record<string, unknown>) {
  const config = parseConfig({ ...embeddedDefault, ...more }, "a test");
  const { recipe, iterations, until, stages } = config;
  const plan = planRun(recipes[recipe], { iterations, until, overrides: stages, given: [...given] });
  return () => refuseUnservable(plan, config);
}

describe("refuseUnservable", () => {
  it.each([
    ["the embedded model with its own trainer", {}],
    [
      "an adapter for a server that loads it",
      { target: { ...compatible, adapters: { kind: "vllm" } }, trainer: trl },
    ],
    [
      "a whole model for a command",
      {
        target: { kind: "command", command: "serve", model: "m" },
        trainer: trl,
        stages: { train: { method: "full" } },
      },
    ],
    ["a target that serves nothing, in a run without training", { target: openAi, until: "select" }],
    ["an adapter that is not served", { target: compatible, trainer: trl, until: "train" }],
  ])("lets pass %s", (_, more) => {
    expect(check(more)).not.toThrow();
  });

  it.each([
    [
      "says nothing of adapters",
      compatible,
      "makes adapters, and the target openai-compatible, as it is set, serves models that their provider keeps",
    ],
    ["is a provider's", openAi, "makes adapters, and the target openai"],
    ["is a file of saved texts", { kind: "replay", file: "saved.jsonl" }, "serves nothing that was trained"],
  ])("refuses an adapter for a target that %s", (_, target, message) => {
    expect(check({ target, trainer: trl })).toThrow(message);
  });

  it("refuses a whole model for a server that loads adapters", () => {
    const target = { ...compatible, adapters: { kind: "vllm" } };
    expect(check({ target, trainer: trl, stages: { train: { method: "full" } } })).toThrow(
      "makes whole models",
    );
  });

  it("refuses to train another model than the embedded one with its trainer", () => {
    const target = { ...compatible, adapters: { kind: "vllm" } };
    expect(check({ target, until: "train" })).toThrow("trains the embedded model alone");
  });
});

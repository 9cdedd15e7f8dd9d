import { describe, expect, it } from "vitest";
import { planRun, stepsOf } from "../engine/recipe.ts";
import { leftOutOf, recipeOf } from "./recipe-of.ts";
import type { Config } from "./schema.ts";

const embedded = { kind: "embedded" } as const;
const replay = { kind: "replay", file: "saved.jsonl", fields: {} } as const;
const configOf = (more: Partial<Config>) => ({
  recipe: "lemma" as const,
  controls: [],
  target: embedded,
  stages: {},
  ...more,
});

const stepsWith = (more: Partial<Config>, stages: readonly string[]) =>
  stepsOf(
    planRun(recipeOf(configOf(more)), {
      iterations: 1,
      given: ["seedProblems", "devProblems", "benchmarkProblems", "dialogues"],
    }),
  )
    .filter(({ stage }) => stages.includes(stage.name))
    .map(({ id }) => id);
const measurementsOf = (more: Partial<Config>) => stepsWith(more, ["forced-prefixes", "self-correction"]);

describe("self-correction", () => {
  it("is measured by LEMMA wherever it evaluates, baselines included", () => {
    expect(measurementsOf({ controls: ["gold-sft"] })).toEqual([
      "method/start/forced-prefixes",
      "method/start/self-correction",
      "method/1/self-correction",
      "untargeted/end/self-correction",
      "without-reflection/end/self-correction",
      "gold-sft/end/self-correction",
    ]);
  });

  it("is measured by another recipe where a setting asks for it", () => {
    expect(measurementsOf({ recipe: "sei" })).toEqual([]);
    expect(measurementsOf({ recipe: "sei", stages: { "forced-prefixes": { problems: 50 } } })).toHaveLength(
      5,
    );
  });

  const data: Config["data"] = {
    seeds: [],
    dev: [],
    benchmarks: { "held-out": [{ wordProblems: "test", count: 1 }] },
    outOfDomain: [],
    novelFrom: [],
    mathchat: {},
  };

  it("is left out, and said to be, where the target cannot go on from a prefix", () => {
    expect(measurementsOf({ target: replay })).toEqual([]);
    const leftOut = (more: Partial<Config>) => leftOutOf({ ...configOf({}), data, ...more });
    expect(leftOut({ target: replay })).toMatch("cannot be made to go on from a wrong step");
    expect(leftOut({ recipe: "sei", target: replay })).toBeNull();
    expect(leftOut({ target: replay, data: { ...data, benchmarks: {} } })).toBeNull();
    expect(leftOut({})).toBeNull();
  });

  it("is refused where it is asked for and the target cannot go on from a prefix", () => {
    const asked = configOf({ target: replay, stages: { "self-correction": { maxOutputTokens: 9 } } });
    expect(() => recipeOf(asked)).toThrow("Self-correction is not measured");
  });
});

it("names mistakes of the same lines", () => {
  expect(stepsWith({ controls: ["gold-sft"] }, ["analyse-benchmarks"])).toEqual([
    "method/start/analyse-benchmarks",
    "method/1/analyse-benchmarks",
    "untargeted/end/analyse-benchmarks",
    "without-reflection/end/analyse-benchmarks",
    "gold-sft/end/analyse-benchmarks",
  ]);
  expect(stepsWith({ recipe: "lemma-paper" }, ["analyse-benchmarks"])).toEqual([]);
});

it("takes votes on the benchmarks where a setting asks for them", () => {
  const asked = { controls: ["gold-sft"], stages: { majority: { samples: 8 } } } as const;
  expect(stepsWith({ ...asked, controls: [...asked.controls] }, ["majority"])).toHaveLength(5);
  expect(stepsWith({}, ["majority"])).toEqual([]);
});

describe("dialogues", () => {
  const asked = { stages: { dialogues: { problems: 8 } } };
  const roundsOf = (more: Partial<Config>) =>
    stepsOf(
      planRun(recipeOf(configOf({ ...asked, ...more })), {
        iterations: 1,
        given: ["seedProblems", "benchmarkProblems"],
        overrides: more.stages ?? asked.stages,
      }),
    ).flatMap(({ stage, settings }) =>
      stage.name === "converse" ? [(settings as { rounds: string }).rounds] : [],
    );

  it("are made once and held wherever a recipe evaluates, where a setting asks for them", () => {
    expect(stepsWith({ ...asked, controls: ["gold-sft"] }, ["dialogues", "converse"])).toEqual([
      "method/start/dialogues",
      "method/start/converse",
      "method/1/converse",
      "untargeted/end/converse",
      "without-reflection/end/converse",
      "gold-sft/end/converse",
    ]);
    expect(stepsWith({}, ["dialogues", "converse"])).toEqual([]);
  });

  it("are one text for a target that continues texts, and messages for one that is chatted with", () => {
    const chatted = { kind: "openai", model: "gpt-4o-mini" } as Config["target"];
    expect(roundsOf({})).toEqual(["text", "text", "text", "text"]);
    expect(roundsOf({ target: chatted })).toEqual(["messages", "messages", "messages", "messages"]);
    expect(roundsOf({ target: chatted, stages: { converse: { rounds: "text" } } })).toEqual([
      ...["text", "text", "text", "text"],
    ]);
  });

  it("are only held where they are given", () => {
    const data = {
      ...{ seeds: [], dev: [], benchmarks: {}, outOfDomain: [], novelFrom: [] },
      mathchat: { followUps: "follow_up.jsonl" },
    };
    expect(stepsWith({ data }, ["dialogues", "converse"])).toEqual([
      "method/start/converse",
      "method/1/converse",
      "untargeted/end/converse",
      "without-reflection/end/converse",
    ]);
  });

  it("are refused where the target cannot hold them", () => {
    expect(() => recipeOf(configOf({ ...asked, target: replay }))).toThrow("No dialogue can be held");
    const messages = configOf({ stages: { converse: { rounds: "messages" } } });
    expect(() => recipeOf(messages)).toThrow("takes no messages");
  });
});

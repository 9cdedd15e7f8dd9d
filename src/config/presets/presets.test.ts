import { describe, expect, it } from "vitest";
import { planRun } from "../../engine/recipe.ts";
import { embeddedDefault } from "../embedded-default.ts";
import { parseConfig } from "../load.ts";
import { recipes } from "../recipes.ts";
import { createServices } from "../services.ts";
import { configOfPresets, type PresetName, presets } from "./index.ts";

const names = Object.keys(presets) as PresetName[];
const given = ["seedProblems", "devProblems", "benchmarkProblems"] as const;
const configOf = (...chosen: PresetName[]) => parseConfig(configOfPresets(chosen, embeddedDefault), "a test");

describe("presets", () => {
  it.each(names)(
    "%s gives a configuration that can be planned, and needs no key before its first call",
    (name) => {
      const { recipe, iterations, until, stages, ...config } = configOf(name);
      expect(() =>
        planRun(recipes[recipe], { iterations, until, overrides: stages, given: [...given] }),
      ).not.toThrow();
      const services = createServices({ ...config, recipe, iterations, stages }, ".");
      expect(services.instructor.id).toContain("gpt-4o");
    },
  );

  it("a paper's target comes with the paper's instructor, which works as the recipe does", () => {
    const { recipe, target, template } = configOf("llama3-8b");
    expect({ recipe, template, kind: target.kind }).toEqual({
      recipe: "sei-paper",
      template: "alpaca",
      kind: "openai-compatible",
    });
    expect(createServices(configOf("llama3-8b"), ".").instructor.id).toMatch(/^llm:sei-paper@/);
    expect(createServices(configOf("gpt-4o"), ".").instructor.id).toMatch(/^llm:sei@/);
  });

  it("an instructor alone teaches whom the example has as its target", () => {
    const { target, data } = configOf("gpt-4o");
    expect(target.kind).toBe("embedded");
    expect(data).toEqual(parseConfig(embeddedDefault, "a test").data);
  });

  it("the sizes of the paper are those that the recipe of the paper has by itself", () => {
    const plan = (overrides: Record<string, Record<string, unknown>>) =>
      planRun(recipes["sei-paper"], { iterations: 1, overrides, given: [...given] }).method.map(
        ({ stage, settings }) => [stage.name, settings],
      );
    expect(plan(configOf("llama3-8b").stages)).toEqual(plan({}));
  });
});

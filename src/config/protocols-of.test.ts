import { describe, expect, it } from "vitest";
import { parseConfig } from "./load.ts";
import { createServices } from "./services.ts";

const configOf = (recipe: string, more: object = {}) =>
  parseConfig(
    {
      recipe,
      target: { kind: "embedded" },
      instructor: { kind: "llm", model: { kind: "openai", model: "m" }, ...more },
      data: { seeds: { wordProblems: "train", count: 1 } },
    },
    "a test",
  );

describe("the protocol of a recipe", () => {
  it.each([
    ["sei", "sei"],
    ["sei-paper", "sei-paper"],
    ["lemma", "lemma"],
    ["lemma-paper", "lemma-paper"],
    ["lemma-ablations", "lemma"],
    ["sei-lemma", "sei"],
  ])("is for %s, where nothing is said, %s", (recipe, protocol) => {
    const { instructor } = createServices(configOf(recipe), ".");
    expect(instructor.id).toContain(`llm:${protocol}@`);
    expect(instructor.mistakes !== undefined).toBe(recipe.includes("lemma"));
  });

  it("is joined by that of corrections for a recipe of both methods", () => {
    const { instructor } = createServices(
      configOf("sei-lemma", { maxOutputTokens: { fix: 900, diagnose: 90 } }),
      ".",
    );
    expect(instructor.id).toMatch(/^llm:sei@.*\+llm:lemma@/);
    expect(() => configOf("sei", { maxOutputTokens: { fix: 900 } })).toThrow(
      "the protocol sei does not ask for this",
    );
  });

  it("is one that asks what the recipe needs", () => {
    expect(() => configOf("lemma", { protocol: "lemma-paper" })).not.toThrow();
    expect(() => configOf("lemma", { protocol: "sei" })).toThrow(
      "the recipe lemma is not asked by the protocol sei; it takes lemma or lemma-paper",
    );
    expect(() => configOf("sei-paper", { protocol: "lemma-paper" })).toThrow("it takes sei-paper or sei");
  });

  it("limits the tasks that it has", () => {
    expect(() => configOf("lemma", { maxOutputTokens: { fix: 900 } })).not.toThrow();
    expect(() => configOf("lemma", { maxOutputTokens: { diagnose: 900 } })).toThrow(
      "the protocol lemma does not ask for this; it asks for analyse, inject",
    );
  });
});

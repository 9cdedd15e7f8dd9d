import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { loadConfig, parseConfig } from "../../config/load.ts";
import { configOfPresets } from "../../config/presets/index.ts";
import { recipes } from "../../config/recipes.ts";
import { Config } from "../../config/schema.ts";
import { createServices } from "../../config/services.ts";
import { planOf } from "../run/plan-of.ts";
import { configEntries, type Entry } from "./config-entries.ts";
import { type ExampleName, examples } from "./examples.ts";
import { configKeys, stageSettings } from "./key-explanations.ts";
import { startingConfig, withPrompts } from "./starting-config.ts";
import { writePrompts } from "./write-prompts.ts";
import { writeTypeScript } from "./write-typescript.ts";
import { writeYaml } from "./write-yaml.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "errata-init-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const names = Object.keys(examples) as ExampleName[];

/** What an entry would set with everything in it switched on. */
function switchedOn({ content }: Entry): unknown {
  return "entries" in content
    ? Object.fromEntries(content.entries.map((entry) => [entry.key, switchedOn(entry)]))
    : content.value;
}

describe("a written configuration", () => {
  it.each(names)("in YAML means the example %s", async (name) => {
    writeFileSync(join(folder, "errata.config.yaml"), writeYaml(configEntries(examples[name]), "Title"));
    const { config } = await loadConfig(undefined, folder);
    expect(config).toEqual(parseConfig(examples[name], "the example"));
  });

  it.each(names)("in TypeScript means the example %s", async (name) => {
    const text = writeTypeScript(configEntries(examples[name]), "Title");
    expect(text).toContain('import { defineConfig } from "errata";');
    // Outside of a project nothing is called "errata".
    const alone = text.replace(/import .*\n/, "const defineConfig = (config: object) => config;\n");
    writeFileSync(join(folder, "errata.config.ts"), alone);
    const { config } = await loadConfig(undefined, folder);
    expect(config).toEqual(parseConfig(examples[name], "the example"));
  });

  it.each(names)(
    "holds, with everything that is commented out switched on, only valid settings: %s",
    (name) => {
      const stages = configEntries(examples[name]).find(({ key }) => key === "stages")!;
      const config = parseConfig({ ...examples[name], stages: switchedOn(stages) }, "the example");
      const given = { seedProblems: [], devProblems: [], benchmarkProblems: [] };
      expect(() => planOf(config, given, { waitForPerson: false, decisions: new Map() })).not.toThrow();
    },
  );

  it("explains every key that a configuration can have", () => {
    expect(Object.keys(configKeys)).toEqual(expect.arrayContaining(Object.keys(Config.shape)));
    expect(Object.keys(configKeys.data!.keys!)).toEqual(Object.keys(Config.shape.data.shape));
  });

  it("explains every setting of the stages of every recipe", () => {
    for (const { method } of Object.values(recipes)) {
      for (const { stage } of [...(method.atStart ?? []), ...(method.inEachIteration ?? [])]) {
        const settings = stage.settings instanceof z.ZodObject ? Object.keys(stage.settings.shape) : [];
        // A review's decisions are written by the review file.
        const written = settings.filter((key) => key !== "decisions");
        expect(Object.keys(stageSettings[stage.name] ?? {}), stage.name).toEqual(written);
      }
    }
  });
});

describe("what can be measured beside a recipe", () => {
  const stagesOf = (config: Parameters<typeof configEntries>[0]) => {
    const { content } = configEntries(config).find(({ key }) => key === "stages")!;
    return new Map(("entries" in content ? content.entries : []).map((entry) => [entry.key, entry]));
  };

  it("is shown, commented out, as far as the target allows it", () => {
    const names = ["forced-prefixes", "self-correction", "majority", "dialogues", "converse"];
    const { embedded } = examples;
    const shown = stagesOf(embedded);
    for (const name of names) {
      expect(shown.get(name), name).toMatchObject({
        isSet: false,
        explanation: expect.stringContaining("only where"),
      });
    }
    const target = { kind: "openai", model: "gpt-4o-mini" } as const;
    const ofChat = stagesOf({ ...embedded, target, trainer: { kind: "openai" } });
    expect(names.filter((name) => ofChat.has(name))).toEqual(["majority", "dialogues", "converse"]);
    expect(switchedOn(ofChat.get("converse")!)).toMatchObject({ rounds: "messages" });
    expect(names.filter((name) => stagesOf(examples["gsm8k-replay"]).has(name))).toEqual([]);
  });
});

describe("a configuration out of presets", () => {
  const paper = configOfPresets(["qwen2.5-math-7b"], examples.embedded);

  it("is written with the papers' models, data and sizes, and read back as what they are", async () => {
    const text = writeYaml(configEntries(startingConfig("qwen2.5-math-7b, gpt-4o", "embedded")), "Title");
    for (const shown of ["Qwen/Qwen2.5-Math-7B", "gpt-4o", "sei-paper", "rank: 8", "college-math"]) {
      expect(text).toContain(shown);
    }
    writeFileSync(join(folder, "errata.config.yaml"), text);
    const { config } = await loadConfig(undefined, folder);
    expect(config).toEqual(parseConfig(paper, "the preset"));
  });

  it("names the preset that may have been meant", () => {
    expect(() => startingConfig("llama-8b", "embedded")).toThrow('Did you mean "llama3-8b"');
    expect(() => startingConfig("claude", "embedded")).toThrow("The presets are llama3-8b, ");
  });

  it("takes its instructor's prompts from a folder that is written beside it", () => {
    const prompts = join(folder, "prompts");
    writePrompts(["sei-paper"], prompts);
    const config = parseConfig(withPrompts(paper, "prompts"), "the preset");
    expect(() => createServices(config, folder)).not.toThrow();
    expect(readdirSync(prompts)).toContain("synthesize.md");
    expect(() => writePrompts(["sei"], prompts)).toThrow("exists already");
    expect(() => withPrompts(examples.embedded, "prompts")).toThrow("Only a language model has prompts");
  });
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { embeddedDefault } from "./embedded-default.ts";
import { gradersOf } from "./graders-of.ts";
import { loadConfig, parseConfig } from "./load.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "errata-config-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

describe("loadConfig", () => {
  it("takes the embedded default where there is no configuration", async () => {
    const { config, file } = await loadConfig(undefined, folder);
    expect(config).toEqual(parseConfig(embeddedDefault, "the default"));
    expect(file).toBeNull();
  });

  it.each([
    ["errata.config.yaml", "target: { kind: embedded }\ndata: { seeds: { wordProblems: train, count: 5 } }"],
    [
      "errata.config.ts",
      'const name: string = "train";\nexport default { target: { kind: "embedded" }, data: { seeds: { wordProblems: name, count: 5 } } };',
    ],
    [
      "errata.config.json",
      '{"target":{"kind":"embedded"},"data":{"seeds":{"wordProblems":"train","count":5}}}',
    ],
  ])("finds and reads %s", async (name, text) => {
    write(name, text);
    const { config, file } = await loadConfig(undefined, folder);
    expect(file).toBe(join(folder, name));
    expect(config.data.seeds).toEqual([{ wordProblems: "train", count: 5 }]);
  });

  it("reads a grader that is a function", async () => {
    write(
      "errata.config.ts",
      `export default {
        target: { kind: "embedded" },
        data: { seeds: { wordProblems: "train", count: 5 } },
        grader: (output: string, answer: string) => output.includes(answer),
      };`,
    );
    const { config } = await loadConfig(undefined, folder);
    const { grader } = gradersOf(config);
    expect(grader.grade("It is 7.", "7").verdict).toBe("right");
    expect(grader.grade("It is 8.", "7").verdict).toBe("wrong");
  });

  it("names the wrong key", async () => {
    write(
      "mine.yaml",
      "target: { kind: embedded }\niteration: 3\ndata: { seeds: { wordProblems: train, count: 5 } }",
    );
    await expect(loadConfig("mine.yaml", folder)).rejects.toThrow(/mine\.yaml is not valid:[\s\S]*iteration/);
  });

  it("says which file is missing", async () => {
    await expect(loadConfig("none.yaml", folder)).rejects.toThrow("none.yaml");
  });
});

describe("parseConfig", () => {
  it("refuses corrections without their beginnings for a target that is chatted with", () => {
    const target = {
      kind: "openai-compatible",
      baseUrl: "http://127.0.0.1:9/v1",
      model: "a/b",
      prompt: "chat",
    };
    const stages = { mix: { learns: "continuation" } };
    const config = { target, recipe: "lemma", stages, data: embeddedDefault.data };
    expect(() => parseConfig(config, "a test")).toThrow("would be shown the wrong beginning");
    expect(parseConfig({ ...config, target: { ...target, prompt: "completion" } }, "a test").stages).toEqual(
      stages,
    );
  });

  it("refuses votes of an instructor that solves nothing, before anything is paid for", () => {
    const config = { ...embeddedDefault, stages: { synthesize: { verify: "votes" } } };
    expect(() => parseConfig(config, "a test")).toThrow("votes need a language model");
  });

  it("refuses an out-of-domain benchmark that does not exist", () => {
    const data = { seeds: { wordProblems: "train", count: 5 }, outOfDomain: ["elsewhere"] };
    expect(() => parseConfig({ target: { kind: "embedded" }, data }, "a test")).toThrow(
      'there is no benchmark "elsewhere"',
    );
  });
});

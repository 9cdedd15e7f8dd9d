import { describe, expect, it } from "vitest";
import { embeddedDefault } from "../../config/embedded-default.ts";
import { parseConfig } from "../../config/load.ts";
import { limitConfig } from "./limit-config.ts";

const config = parseConfig(embeddedDefault, "the embedded default");

describe("limitConfig", () => {
  it("caps every source and the sizes of synthesis and selection, under another name", () => {
    const limited = limitConfig(config, 20);
    expect(limited.name).toBe("embedded-default-limit-20");
    expect(limited.data.seeds).toEqual([{ wordProblems: "train", count: 20 }]);
    expect(Object.values(limited.data.benchmarks).flat()).toEqual([
      { wordProblems: "test", count: 20 },
      { wordProblems: "test-out-of-domain", count: 20 },
    ]);
    expect(limited.stages.synthesize).toMatchObject({ problems: 20 });
    expect(limited.stages.select).toMatchObject({ devBad: 5, devGood: 5, keep: config.stages.select?.keep });
  });

  it("never makes anything larger", () => {
    const { name: _, ...limited } = limitConfig(config, 1_000_000);
    const { name: __, ...unlimited } = config;
    expect(limited).toEqual(unlimited);
  });

  it("keeps a smaller limit of a file, and the configured folder apart", () => {
    const files = parseConfig(
      { ...embeddedDefault, out: "here", data: { seeds: [{ file: "a", limit: 3 }, { file: "b" }] } },
      "test",
    );
    const limited = limitConfig(files, 10);
    expect(limited.out).toBe("here-limit-10");
    expect(limited.data.seeds).toMatchObject([{ limit: 3 }, { limit: 10 }]);
  });

  it("makes a baseline smaller, which has no synthesis and no selection", () => {
    const baseline = parseConfig({ ...embeddedDefault, recipe: "gold-sft", stages: {} }, "test");
    expect(limitConfig(baseline, 20).stages).toEqual({ "gold-sft": { examples: 20 } });
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { createRandom } from "../../foundation/random.ts";
import { type LlamaConfig, readLlamaConfig } from "../../models/embedded/index.ts";
import { tinyDirectory } from "../../models/embedded/test-support.ts";
import { initializeAdapter, type LoraSettings, parseTargetModules, requireSameSettings } from "./lora.ts";

let config: LlamaConfig;
beforeAll(async () => {
  config = await readLlamaConfig(tinyDirectory);
});

const settings: LoraSettings = { rank: 3, alpha: 6, targetModules: ["q_proj", "down_proj"] };

describe("initializeAdapter", () => {
  it("makes B zero and A uniform in ±1/√in", () => {
    const { matrices } = initializeAdapter(config, settings, createRandom("a"));
    expect([...matrices.keys()]).toEqual([
      "model.layers.0.self_attn.q_proj",
      "model.layers.0.mlp.down_proj",
      "model.layers.1.self_attn.q_proj",
      "model.layers.1.mlp.down_proj",
    ]);
    const { a, b } = matrices.get("model.layers.1.mlp.down_proj") ?? {};
    expect(a?.shape).toEqual([3, 48]);
    expect(b?.shape).toEqual([32, 3]);
    expect(b?.data.every((value) => value === 0)).toBe(true);
    const bound = 1 / Math.sqrt(48);
    const largest = Math.max(...(a?.data ?? []).map(Math.abs));
    expect(largest).toBeLessThanOrEqual(bound);
    expect(largest).toBeGreaterThan(0.9 * bound);
  });

  it("takes A from the seed", () => {
    const make = (seed: string) => initializeAdapter(config, settings, createRandom(seed));
    expect(make("a")).toEqual(make("a"));
    expect(make("a")).not.toEqual(make("b"));
  });
});

describe("parseTargetModules", () => {
  it("puts names into the model's order", () => {
    expect(parseTargetModules(["up_proj", "q_proj"])).toEqual(["q_proj", "up_proj"]);
  });

  it.each([
    [["q_proj", "fc1"], "fc1"],
    [[], "no module"],
  ])("refuses %j", (names, message) => {
    expect(() => parseTargetModules(names)).toThrow(message);
  });
});

describe("requireSameSettings", () => {
  it("lets only an adapter with the same settings go on", () => {
    const adapter = initializeAdapter(config, settings, createRandom("a"));
    expect(() => requireSameSettings(adapter, settings, "some/adapter")).not.toThrow();
    expect(() => requireSameSettings(adapter, { ...settings, rank: 8 }, "some/adapter")).toThrow("rank 3");
    expect(() =>
      requireSameSettings(adapter, { ...settings, targetModules: ["q_proj"] }, "some/adapter"),
    ).toThrow("some/adapter");
  });
});

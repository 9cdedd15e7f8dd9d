import { beforeAll, describe, expect, it } from "vitest";
import { createRandom } from "../../foundation/random.ts";
import { type LlamaConfig, readLlamaConfig, tensor } from "../../models/embedded/index.ts";
import { tinyDirectory } from "../../models/embedded/test-support.ts";
import { drawDropoutMasks } from "./dropout.ts";

let config: LlamaConfig;
beforeAll(async () => {
  await tensor.startBackend();
  config = await readLlamaConfig(tinyDirectory);
});

describe("drawDropoutMasks", () => {
  it("keeps the expected value of what it masks", () => {
    const [first] = drawDropoutMasks(0.25, 500, config, createRandom("a"));
    const factors = [...tensor.read(first?.down as tensor.Tensor)];
    expect(factors).toHaveLength(500 * 48);
    expect(new Set(factors)).toEqual(new Set([0, Math.fround(1 / 0.75)]));
    expect(factors.reduce((sum, factor) => sum + factor, 0) / factors.length).toBeCloseTo(1, 1);
  });

  it("draws nothing at a rate of 0", () => {
    expect(drawDropoutMasks(0, 500, config, createRandom("a"))).toEqual([]);
  });
});

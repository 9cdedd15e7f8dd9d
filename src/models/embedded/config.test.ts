import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readLlamaConfig } from "./config.ts";
import { tinyDirectory } from "./test-support.ts";

const llama = {
  model_type: "llama",
  vocab_size: 100,
  hidden_size: 48,
  intermediate_size: 96,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  rms_norm_eps: 1e-6,
  max_position_embeddings: 512,
  tie_word_embeddings: true,
  eos_token_id: [7, 9],
};

async function directoryWith(config: unknown): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "config-"));
  await writeFile(
    join(directory, "config.json"),
    typeof config === "string" ? config : JSON.stringify(config),
  );
  return directory;
}

describe("readLlamaConfig", () => {
  it("reads what transformers 5 writes", async () => {
    expect(await readLlamaConfig(tinyDirectory)).toEqual({
      vocabularySize: 320,
      hiddenSize: 32,
      feedForwardSize: 48,
      layerCount: 2,
      headCount: 4,
      keyValueHeadCount: 2,
      headSize: 8,
      normEpsilon: 1e-5,
      rotaryBase: 10_000,
      contextLength: 256,
      endOfText: 1,
    });
  });

  it("reads older files: rotary base beside the sizes, as many key-value heads as heads", async () => {
    const directory = await directoryWith({ ...llama, rope_theta: 500_000, rope_scaling: null });
    expect(await readLlamaConfig(directory)).toMatchObject({
      rotaryBase: 500_000,
      keyValueHeadCount: 4,
      headSize: 12,
      endOfText: 7,
    });
  });

  it.each([
    ["another architecture", { ...llama, model_type: "gpt2" }, "model_type"],
    ["an output matrix of its own", { ...llama, tie_word_embeddings: false }, "tie_word_embeddings"],
    ["scaled positions", { ...llama, rope_scaling: { type: "linear" } }, "rope_scaling"],
    ["another activation", { ...llama, hidden_act: "gelu" }, "hidden_act"],
    ["a missing size", { ...llama, vocab_size: undefined }, "vocab_size"],
  ])("refuses %s", async (_, config, key) => {
    await expect(readLlamaConfig(await directoryWith(config))).rejects.toThrow(key);
  });

  it("says which file is missing or no JSON", async () => {
    await expect(readLlamaConfig("no/such/model")).rejects.toThrow(join("no/such/model", "config.json"));
    await expect(readLlamaConfig(await directoryWith("{"))).rejects.toThrow("cannot be read as JSON");
  });
});

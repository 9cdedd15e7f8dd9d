import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { encodeSafetensors, type NamedTensor } from "../safetensors/index.ts";
import { loraToGguf } from "./lora-to-gguf.ts";

const llama = { architecture: "llama", headCount: 2, keyValueHeadCount: 1 };
const matrix = (shape: [number, number], first = 0): NamedTensor => ({
  shape,
  data: Float32Array.from({ length: shape[0] * shape[1] }, (_, index) => first + index),
});
/** Two heads of four places; the rows of B count from 0, and each holds its number. */
const queries = { a: matrix([1, 3], 10), b: matrix([8, 1]) };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "errata-lora-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function writeAdapter(modules: Record<string, typeof queries>, more: object = {}): void {
  const tensors = Object.entries(modules).flatMap(([module, { a, b }]) => [
    [`base_model.model.${module}.lora_A.weight`, a] as const,
    [`base_model.model.${module}.lora_B.weight`, b] as const,
  ]);
  writeFileSync(join(folder, "adapter_model.safetensors"), encodeSafetensors(new Map(tensors)));
  const config = { peft_type: "LORA", r: 1, lora_alpha: 2, bias: "none", modules_to_save: null, ...more };
  writeFileSync(join(folder, "adapter_config.json"), JSON.stringify(config));
}

/** Where a text stands in the file that was written, and the numbers from there on. */
async function convert(base = llama) {
  const file = join(folder, "adapter.gguf");
  const digest = await loraToGguf(folder, base, file);
  const bytes = readFileSync(file);
  const placeAfter = (text: string) => bytes.indexOf(text) + text.length;
  return { digest, bytes, placeAfter };
}

/** The data of the last tensor: it is short, and its padding fills up the file. */
const lastTensor = (bytes: Buffer, length: number): number[] =>
  Array.from({ length }, (_, index) => bytes.readFloatLE(bytes.length - 32 + 4 * index));

describe("a PEFT adapter as a GGUF file", () => {
  it("has llama.cpp's names, sizes from the innermost, and alpha", async () => {
    writeAdapter({ "model.layers.7.mlp.down_proj": { a: matrix([1, 3]), b: matrix([2, 1]) } });
    const { bytes, placeAfter } = await convert();
    expect(bytes.toString("latin1", 0, 4)).toBe("GGUF");
    expect(bytes.readUInt32LE(4)).toBe(3);
    expect(bytes.readFloatLE(placeAfter("adapter.lora.alpha") + 4)).toBe(2);
    const sizes = placeAfter("blk.7.ffn_down.weight.lora_a");
    expect(bytes.readUInt32LE(sizes)).toBe(2);
    expect([bytes.readBigUInt64LE(sizes + 4), bytes.readBigUInt64LE(sizes + 12)]).toEqual([3n, 1n]);
    expect(bytes.length % 32).toBe(0);
    expect(lastTensor(bytes, 2)).toEqual([0, 1]);
  });

  it("has the rows of queries in the order of the file's architecture", async () => {
    writeAdapter({ "model.layers.0.self_attn.q_proj": queries });
    expect(lastTensor((await convert()).bytes, 8)).toEqual([0, 2, 1, 3, 4, 6, 5, 7]);
    expect(lastTensor((await convert({ ...llama, architecture: "qwen2" })).bytes, 8)).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7,
    ]);
  });

  it("scales a rank-stabilised adapter by the root of its rank", async () => {
    const module = { a: matrix([4, 3]), b: matrix([2, 4]) };
    writeAdapter({ "model.layers.0.mlp.up_proj": module }, { r: 4, use_rslora: true });
    const { bytes, placeAfter } = await convert();
    expect(bytes.readFloatLE(placeAfter("adapter.lora.alpha") + 4)).toBe(4);
  });

  it("is told from others by what the adapter's files hold", async () => {
    writeAdapter({ "model.layers.0.self_attn.q_proj": queries });
    const { digest } = await convert();
    expect((await convert()).digest).toBe(digest);
    writeAdapter({ "model.layers.0.self_attn.q_proj": { ...queries, a: matrix([1, 3], 11) } });
    expect((await convert()).digest).not.toBe(digest);
  });

  it.each([
    ["an architecture whose names are not known", { ...llama, architecture: "mamba" }, {}, "mamba"],
    ["a variant that is not plain LoRA", llama, { use_dora: true }, "use_dora"],
    ["ranks that differ", llama, { rank_pattern: { q_proj: 4 } }, "rank_pattern"],
  ])("is refused for %s", async (_, base, more, message) => {
    writeAdapter({ "model.layers.0.self_attn.q_proj": queries }, more);
    await expect(convert(base)).rejects.toThrow(message);
  });

  it("is refused for what has no name in a GGUF file, or no partner", async () => {
    writeAdapter({ lm_head: queries });
    await expect(convert()).rejects.toThrow("changes lm_head");
    writeAdapter({ "model.layers.0.self_attn.q_proj": { ...queries, b: matrix([4, 2]) } });
    await expect(convert()).rejects.toThrow("not one of a pair");
  });
});

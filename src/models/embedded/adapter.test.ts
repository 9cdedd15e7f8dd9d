import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Adapter, mergeAdapter, readAdapter, writeAdapter } from "./adapter.ts";
import { type LlamaConfig, readLlamaConfig } from "./config.ts";
import { fixture, tinyDirectory } from "./test-support.ts";

const peftAdapter = fixture("../../../trainers/embedded/fixtures/adapter");
const path = "model.layers.0.self_attn.q_proj";

let config: LlamaConfig;
beforeAll(async () => {
  config = await readLlamaConfig(tinyDirectory);
});

const newDirectory = (): Promise<string> => mkdtemp(join(tmpdir(), "adapter-"));

/** The PEFT adapter with some settings replaced. */
async function adapterWith(settings: object): Promise<string> {
  const directory = await newDirectory();
  const original = JSON.parse(await readFile(join(peftAdapter, "adapter_config.json"), "utf8"));
  await writeFile(join(directory, "adapter_config.json"), JSON.stringify({ ...original, ...settings }));
  const matrices = await readFile(join(peftAdapter, "adapter_model.safetensors"));
  await writeFile(join(directory, "adapter_model.safetensors"), matrices);
  return directory;
}

describe("adapter", () => {
  it("reads what PEFT wrote", async () => {
    const adapter = await readAdapter(peftAdapter, config);
    expect(adapter).toMatchObject({ rank: 4, alpha: 8 });
    expect(adapter.targetModules).toHaveLength(7);
    expect(adapter.matrices.size).toBe(14);
    expect(adapter.matrices.get(path)?.a.shape).toEqual([4, 32]);
    expect(adapter.matrices.get(path)?.b.shape).toEqual([32, 4]);
  });

  it("reads back what it wrote, and writes equal adapters as equal bytes", async () => {
    const adapter = await readAdapter(peftAdapter, config);
    const [first, second] = [await newDirectory(), await newDirectory()];
    await writeAdapter(first, adapter, "tiny", 0.1);
    await writeAdapter(
      second,
      { ...adapter, matrices: new Map([...adapter.matrices].reverse()) },
      "tiny",
      0.1,
    );
    const [a, b] = await Promise.all([readAdapter(first, config), readAdapter(second, config)]);
    expect(a.matrices).toEqual(adapter.matrices);
    expect(a.digest).toBe(b.digest);
  });

  it("adds (alpha ÷ rank) · B · A to the adapted weights and leaves the others", () => {
    const weight = { shape: [2, 2], data: Float32Array.from([1, 2, 3, 4]) };
    const adapter: Adapter = {
      rank: 1,
      alpha: 2,
      targetModules: ["q_proj"],
      matrices: new Map([
        [
          path,
          {
            a: { shape: [1, 2], data: Float32Array.from([10, 20]) },
            b: { shape: [2, 1], data: Float32Array.from([1, -1]) },
          },
        ],
      ]),
    };
    const merged = mergeAdapter(
      new Map([
        [`${path}.weight`, weight],
        ["other", weight],
      ]),
      adapter,
    );
    expect([...(merged.get(`${path}.weight`)?.data ?? [])]).toEqual([21, 42, -17, -36]);
    expect(merged.get("other")).toBe(weight);
    expect([...weight.data]).toEqual([1, 2, 3, 4]);
  });

  it.each([
    ["weight-decomposed adapters", { use_dora: true }, "use_dora"],
    ["other scales", { use_rslora: true }, "use_rslora"],
    ["trained biases", { bias: "all" }, "bias"],
    ["ranks of single modules", { rank_pattern: { q_proj: 2 } }, "rank_pattern"],
    ["modules that the model does not have", { target_modules: ["fc1"] }, "target_modules"],
    ["matrices of another rank", { r: 8 }, "should have shape [8,32] and has [4,32]"],
  ])("refuses %s", async (_, settings, message) => {
    await expect(readAdapter(await adapterWith(settings), config)).rejects.toThrow(message);
  });

  it("says what a directory lacks", async () => {
    await expect(readAdapter(await newDirectory(), config)).rejects.toThrow("adapter_config.json");
  });
});

import { cp, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSafetensors, writeSafetensors } from "../safetensors/index.ts";
import { readLlamaConfig } from "./config.ts";
import { fixture, tinyDirectory } from "./test-support.ts";
import { readModelWeights } from "./weights.ts";

async function tinyWith(
  change: (tensors: Awaited<ReturnType<typeof readSafetensors>>) => void,
): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "weights-"));
  await cp(tinyDirectory, directory, { recursive: true });
  const tensors = await readSafetensors(fixture("tiny/model.safetensors"));
  change(tensors);
  await writeSafetensors(join(directory, "model.safetensors"), tensors);
  return directory;
}

describe("readModelWeights", () => {
  it("identifies weights by their bytes", async () => {
    const config = await readLlamaConfig(tinyDirectory);
    const same = await tinyWith(() => {});
    const changed = await tinyWith((tensors) => tensors.get("model.norm.weight")?.data.fill(2, 0, 1));
    const digests = await Promise.all([same, changed].map((at) => readModelWeights(at, config)));
    expect(digests[0]?.digest).toMatch(/^[0-9a-f]{16}$/);
    expect(digests[0]?.digest).not.toBe(digests[1]?.digest);
  });

  it("says which tensor is missing or of another shape", async () => {
    const config = await readLlamaConfig(tinyDirectory);
    const name = "model.layers.1.mlp.down_proj.weight";
    const without = await tinyWith((tensors) => tensors.delete(name));
    await expect(readModelWeights(without, config)).rejects.toThrow(
      `${name} should have shape [32,48] and is missing`,
    );
    const transposed = await tinyWith((tensors) => {
      tensors.set(name, { shape: [48, 32], data: new Float32Array(48 * 32) });
    });
    await expect(readModelWeights(transposed, config)).rejects.toThrow("[32,48] and has [48,32]");
  });

  it("says when the file is missing", async () => {
    const config = await readLlamaConfig(tinyDirectory);
    await expect(readModelWeights("no/such/model", config)).rejects.toThrow(
      "model.safetensors cannot be read",
    );
  });
});

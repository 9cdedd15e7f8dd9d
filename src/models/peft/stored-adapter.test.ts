import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { encodeSafetensors } from "../safetensors/index.ts";
import { adapterFiles, PlainLora, readStoredAdapter } from "./stored-adapter.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "errata-peft-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const plain = { peft_type: "LORA", r: 1, lora_alpha: 2 };
const tensors = new Map([["a", { shape: [1], data: Float32Array.of(3) }]]);
const write = (config: string) => {
  writeFileSync(join(folder, adapterFiles.config), config);
  writeFileSync(join(folder, adapterFiles.matrices), encodeSafetensors(tensors));
};
const read = () => readStoredAdapter(folder, PlainLora);

describe("a stored adapter", () => {
  it("is its configuration, its tensors and what tells it from others", async () => {
    write(JSON.stringify({ ...plain, task_type: "CAUSAL_LM", rank_pattern: {}, modules_to_save: null }));
    const { config, tensors: found, digest } = await read();
    expect(config).toMatchObject(plain);
    expect(found).toEqual(tensors);
    write(JSON.stringify({ ...plain, lora_alpha: 4 }));
    expect((await read()).digest).not.toBe(digest);
  });

  it.each([
    ["a configuration that is not JSON", "{", "is not JSON"],
    ["another kind of adapter", '{"peft_type": "IA3"}', "cannot be used here"],
    [
      "modules that are saved whole",
      JSON.stringify({ ...plain, modules_to_save: ["lm_head"] }),
      "modules_to_save",
    ],
  ])("is refused for %s", async (_, config, message) => {
    write(config);
    await expect(read()).rejects.toThrow(message);
  });

  it("is refused where a file is missing, by name", async () => {
    write(JSON.stringify(plain));
    rmSync(join(folder, adapterFiles.matrices));
    await expect(read()).rejects.toThrow(adapterFiles.matrices);
  });
});

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createMergeWeights } from "./index.ts";

const python = process.env.ERRATA_PYTHON ?? "python3";

/** In CI a missing package fails the test instead of skipping it. */
const isSkipped =
  !process.env.CI && spawnSync(python, ["-c", "import torch, transformers, peft"]).status !== 0;
const reason = isSkipped ? ` (skipped: ${python} lacks torch, transformers or peft; set ERRATA_PYTHON)` : "";

const base = fileURLToPath(new URL("../../models/embedded/fixtures/tiny", import.meta.url));
const adapter = fileURLToPath(new URL("../embedded/fixtures/adapter", import.meta.url));

let folder: string;
let merged: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "errata-merge-"));
  merged = join(folder, "merged");
  mkdirSync(merged);
});
afterEach(() => rmSync(folder, { recursive: true }));

const request = () => ({
  adapterDirectory: adapter,
  baseModel: base,
  outputDirectory: merged,
  logFile: join(folder, "log"),
  signal: new AbortController().signal,
});

/** Python needs seconds to load PyTorch, and minutes where the machine is busy. */
const timeout = 300_000;

describe("createMergeWeights", { timeout }, () => {
  it.skipIf(isSkipped)(`writes a model that says what base and adapter say together${reason}`, async () => {
    await createMergeWeights(python)(request());
    expect(readdirSync(merged)).toEqual(
      expect.arrayContaining(["config.json", "model.safetensors", "tokenizer.json"]),
    );
    const compare = fileURLToPath(new URL("./fixtures/compare_logits.py", import.meta.url));
    const run = spawnSync(python, [compare, base, adapter, merged], { encoding: "utf8" });
    expect(run.status, run.stderr).toBe(0);
    const { largestDifference, largestChange } = JSON.parse(run.stdout);
    // The base is stored in 16 bits, and so is what comes out.
    expect(largestDifference).toBeLessThan(0.02 * largestChange);
  });

  it.skipIf(isSkipped)(`tells what Python said last${reason}`, async () => {
    const damaged = join(folder, "damaged");
    cpSync(adapter, damaged, { recursive: true });
    rmSync(join(damaged, "adapter_config.json"));
    const merging = createMergeWeights(python)({ ...request(), adapterDirectory: damaged });
    await expect(merging).rejects.toThrow("adapter_config.json");
    expect(readFileSync(join(folder, "log"), "utf8")).toContain("Traceback");
  });
});

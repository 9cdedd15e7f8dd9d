import { spawnSync } from "node:child_process";
import { beforeAll, describe, expect, it } from "vitest";
import { mergeAdapter } from "../../models/embedded/adapter.ts";
import { fuseWeights, readAdapter, tensor } from "../../models/embedded/index.ts";
import { loadModel, nextLogits, tinyDirectory } from "../../models/embedded/test-support.ts";
import {
  fixture,
  newDirectory,
  referenceExamples,
  referenceSettings,
  referenceTraining,
} from "./test-support.ts";
import { createEmbeddedTrainer } from "./trainer.ts";

const python = process.env.ERRATA_PYTHON ?? "python3";
const { tokens, logits } = referenceTraining;

/** In CI a missing package fails the test instead of skipping it. */
const isSkipped =
  !process.env.CI && spawnSync(python, ["-c", "import torch, transformers, peft"]).status !== 0;
const reason = isSkipped ? ` (skipped: ${python} lacks torch, transformers or peft; set ERRATA_PYTHON)` : "";

beforeAll(tensor.startBackend);

async function logitsHere(adapterDirectory: string): Promise<Float32Array> {
  const { config, stored, programs } = await loadModel();
  const merged = mergeAdapter(stored.tensors, await readAdapter(adapterDirectory, config));
  return nextLogits({ config, programs, weights: fuseWeights(merged, config) }, tokens);
}

function logitsOfPeft(adapterDirectory: string): number[] {
  const script = fixture("load-with-peft.py");
  const run = spawnSync(python, [script, tinyDirectory, adapterDirectory, JSON.stringify(tokens)], {
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  if (run.status !== 0) throw new Error(`${python} ${script} failed: ${run.error ?? run.stderr}`);
  return JSON.parse(run.stdout).at(-1);
}

const largestDifference = (a: Float32Array, b: number[]): number =>
  Math.max(...a.map((value, i) => Math.abs(value - (b[i] as number))));

describe("adapters and Hugging Face PEFT", () => {
  it("compute the same with an adapter that PEFT made", async () => {
    const here = await logitsHere(fixture("adapter"));
    expect(largestDifference(here, logits.at(-1) as number[])).toBeLessThan(1e-3);
  });

  it.skipIf(isSkipped)(`compute the same with an adapter that was trained here${reason}`, async () => {
    const outputDirectory = await newDirectory();
    const trainer = createEmbeddedTrainer({ directory: tinyDirectory });
    await trainer.train({
      examples: referenceExamples,
      settings: { ...referenceSettings, targetModules: ["q_proj", "v_proj", "down_proj"] },
      startFrom: null,
      outputDirectory,
      workDirectory: await newDirectory(),
    });
    const here = await logitsHere(outputDirectory);
    expect(largestDifference(here, logits.at(-1) as number[])).toBeGreaterThan(1e-2);
    expect(largestDifference(here, logitsOfPeft(outputDirectory))).toBeLessThan(1e-3);
  });
});

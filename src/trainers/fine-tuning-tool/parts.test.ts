import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { divideBatch } from "./batch-division.ts";
import { deepspeedText } from "./deepspeed.ts";
import { countSteps, readLoggedStep } from "./logged-step.ts";
import { toYaml } from "./to-yaml.ts";

describe("divideBatch", () => {
  it.each([
    [256, 8, 4, { microBatchSize: 4, accumulation: 8 }],
    [1, 1, undefined, { microBatchSize: 1, accumulation: 1 }],
    [6, 1, undefined, { microBatchSize: 3, accumulation: 2 }],
    [16, 2, undefined, { microBatchSize: 4, accumulation: 2 }],
  ])("divides %d examples among %d devices, %s at once", (batch, devices, atOnce, division) => {
    expect(divideBatch(batch, devices, atOnce)).toEqual(division);
  });

  it.each([
    [1, 2, undefined, "A batch of 1 examples cannot be divided evenly among 2 devices."],
    [4, 1, 3, "A batch of 4 examples cannot be divided evenly among 1 devices, each taking 3"],
    [4, 1, 8, "A batch of 4 examples cannot be divided evenly"],
  ])("refuses what is not even: %d among %d, %s at once", (batch, devices, atOnce, message) => {
    expect(() => divideBatch(batch, devices, atOnce)).toThrow(message);
  });
});

describe("readLoggedStep", () => {
  const count = countSteps(9, 2, 2, 3);

  it("counts steps of which the last of an epoch is smaller", () => {
    expect(count).toEqual({ steps: 9, epochs: 3 });
  });

  it.each([
    "{'loss': 0.5, 'grad_norm': 1.2, 'learning_rate': 2e-05, 'epoch': 1.33}",
    "{'loss': '0.5', 'grad_norm': '1.2', 'learning_rate': '2e-05', 'epoch': '1.333'}",
  ])("reads a line of Hugging Face's Trainer: %s", (line) => {
    expect(readLoggedStep(line, count)).toMatchObject({ step: 4, steps: 9, loss: 0.5, learningRate: 2e-5 });
  });

  it.each(["{'train_loss': 0.5, 'epoch': 3.0}", "{'eval_loss': 1, 'epoch': 1}", "loss: 0.5", ""])(
    "reads no step from %j",
    (line) => expect(readLoggedStep(line, count)).toBeNull(),
  );
});

describe("toYaml", () => {
  it("writes small numbers and words so that Python reads them as what they are", () => {
    const values = { rate: 1e-7, other: 1.5e-9, warmup: 0.03, name: "on", path: "a: b" };
    const text = toYaml(values);
    expect(text).toContain("rate: 1.0e-7\n");
    expect(text).toContain('name: "on"');
    expect(parse(text, { version: "1.1" })).toEqual(values);
  });
});

describe("deepspeedText", () => {
  it("knows the usual stages, gathers what stage 3 has spread, and takes a file", () => {
    expect(JSON.parse(deepspeedText("zero-2", ".")).zero_optimization).toMatchObject({ stage: 2 });
    expect(JSON.parse(deepspeedText("zero-3", ".")).zero_optimization).toMatchObject({
      stage: 3,
      stage3_gather_16bit_weights_on_model_save: true,
    });
    const folder = mkdtempSync(join(tmpdir(), "errata-deepspeed-"));
    writeFileSync(join(folder, "mine.json"), "{}");
    expect(deepspeedText("mine.json", folder)).toBe("{}");
    rmSync(folder, { recursive: true });
    expect(() => deepspeedText("none.json", folder)).toThrow("There is no DeepSpeed configuration");
  });
});

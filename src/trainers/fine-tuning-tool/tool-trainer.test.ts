import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAxolotlTrainer } from "../axolotl/index.ts";
import { createLlamaFactoryTrainer } from "../llama-factory/index.ts";
import { toyExample, toyExamples, toyRequest, toySettings } from "../toy-training.fixture.ts";
import { describeTrainer, type Fate } from "../trainer.contract.ts";
import type { TrainingRequest } from "../trainer.ts";
import { makeToyModel, standIn } from "./toy-model.fixture.ts";

const model = makeToyModel();
const room = mkdtempSync(join(tmpdir(), "errata-tool-"));
afterAll(() => {
  for (const folder of [model, room]) rmSync(folder, { recursive: true });
});
const fate = join(room, "fate");
const decide = (next: Fate) => writeFileSync(fate, next);
const command = [process.execPath, standIn, fate];
const settings = { model, command, devices: 1, precision: "bf16", extra: {} } as const;
const around = { prompt: "completion", folder: "." } as const;

const tools = [
  { name: "llama-factory", create: createLlamaFactoryTrainer },
  { name: "axolotl", create: createAxolotlTrainer },
];

for (const { name, create } of tools) {
  describeTrainer(`the ${name} trainer`, async () => ({
    open: () => create({ settings, ...around }),
    openOther: () => create({ settings: { ...settings, extra: { max_grad_norm: 2 } }, ...around }),
    examples: [...toyExamples, toyExample("long", "very ".repeat(200))],
    settings: toySettings,
    weights: "adapter",
    tooLong: ["long"],
    decide,
  }));
}

describe.each(tools)("the $name trainer", ({ name, create }) => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(room, "training-"));
    decide("succeed");
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const request = (more?: Partial<TrainingRequest>) => toyRequest(folder, more);
  const trainer = create({ settings, ...around });

  it("goes on after the last whole checkpoint", async () => {
    decide("fail");
    const error = await trainer.train(request()).catch((error) => error);
    expect(error.advice).toContain("lower `microBatchSize`");
    const torn = join(folder, name, "output", "checkpoint-4");
    mkdirSync(torn);
    decide("succeed");
    const told: number[] = [];
    const { steps } = await trainer.train(request({ onStep: ({ step }) => told.push(step) }));
    expect(told).toEqual([3, 4, 5, 6]);
    expect(steps.map(({ loss }) => loss)).toEqual([1, 2, 3, 4, 5, 6].map((step) => 1 / step));
  });

  it("collects the weights and nothing else", async () => {
    const adapter = request();
    await trainer.train(adapter);
    expect(readdirSync(adapter.outputDirectory).sort()).toEqual([
      "adapter_config.json",
      "adapter_model.safetensors",
    ]);
    const whole = request({
      settings: { ...toySettings, method: "full" },
      workDirectory: mkdtempSync(join(folder, "work-")),
    });
    await trainer.train(whole);
    expect(readdirSync(whole.outputDirectory).sort()).toEqual(["config.json", "model.safetensors"]);
  });

  it("counts the completion tokens of all epochs, with the end of each", async () => {
    const { trainedTokens } = await trainer.train(request({ examples: [toyExample("a", "1", "11")] }));
    expect(trainedTokens).toBe(3 * toySettings.epochs);
  });

  it("says how to train where the program is not installed, and finds what was made by hand", async () => {
    const missing = create({ settings: { ...settings, command: ["errata-no-such-tool"] }, ...around });
    const error = await missing.train(request()).catch((error) => error);
    expect(error.message).toContain("there is no such program");
    const script = join(folder, name, "train.sh");
    expect(error.advice).toContain(`\`sh ${script}\``);
    const byHand = readFileSync(script, "utf8").replace("errata-no-such-tool", command.join(" "));
    execFileSync("sh", ["-c", byHand, script]);
    const asked = request();
    const { steps } = await missing.train(asked);
    expect(steps).toHaveLength(6);
    expect(existsSync(join(asked.outputDirectory, "adapter_model.safetensors"))).toBe(true);
  });

  it("is the same trainer on any number of devices", () => {
    expect(create({ settings: { ...settings, devices: 2, microBatchSize: 1 }, ...around }).id).toBe(
      trainer.id,
    );
    expect(create({ settings, prompt: "chat", folder: "." }).id).not.toBe(trainer.id);
  });

  it("refuses to continue a model that a provider keeps", async () => {
    writeFileSync(join(folder, "hosted-model.json"), '{"model":"ft:1"}');
    await expect(trainer.train(request({ startFrom: folder }))).rejects.toThrow("cannot continue ft:1");
  });

  it.each([
    ["no example fits", { maxSequenceLength: 2 }, "None of the 3 training examples fits in 2 tokens."],
    ["the batch cannot be divided", { batchSize: 3 }, "cannot be divided evenly among 2 devices"],
  ])("says so when %s", async (_, changes, message) => {
    const onTwo = create({ settings: { ...settings, devices: 2 }, ...around });
    const asked = request({ settings: { ...toySettings, ...changes } });
    await expect(onTwo.train(asked)).rejects.toThrow(message);
  });
});

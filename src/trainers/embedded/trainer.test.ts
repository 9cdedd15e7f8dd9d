import { describe, expect, it } from "vitest";
import { tinyDirectory } from "../../models/embedded/test-support.ts";
import { toyRequest } from "../toy-training.fixture.ts";
import type { TrainingRequest, TrainingStep } from "../trainer.ts";
import {
  adapterBytes,
  fixture,
  newDirectory,
  referenceExamples,
  referenceSettings,
  referenceTraining,
} from "./test-support.ts";
import { createEmbeddedTrainer } from "./trainer.ts";

const trainer = createEmbeddedTrainer({ directory: tinyDirectory });

/** With one module, little has to be compiled. */
const quickSettings = { ...referenceSettings, targetModules: ["q_proj"], epochs: 2 };

const request = async (changes: Partial<TrainingRequest> = {}): Promise<TrainingRequest> =>
  toyRequest(await newDirectory(), { examples: referenceExamples, settings: referenceSettings, ...changes });

describe("the embedded trainer", () => {
  it("refuses to train whole weights", async () => {
    const settings = { ...referenceSettings, method: "full" } as const;
    await expect(trainer.train(await request({ settings }))).rejects.toThrow("LoRA adapters only");
  });

  it("is known by the model that it trains", () => {
    expect(trainer.id).toMatch(/^embedded@\d+ tiny@[0-9a-f]{16}$/);
  });

  it("goes on from an adapter with the losses and rates of PyTorch's AdamW", async () => {
    const told: TrainingStep[] = [];
    const onStep = (step: TrainingStep): void => void told.push(step);
    const result = await trainer.train(await request({ startFrom: fixture("adapter"), onStep }));
    expect(told).toEqual(result.steps);
    expect(result.steps.map(({ step, steps, epoch }) => [step, steps, epoch])).toEqual(
      [1, 2, 3, 4, 5].map((step) => [step, 5, step]),
    );
    result.steps.forEach(({ loss, learningRate }, index) => {
      expect(loss).toBeCloseTo(referenceTraining.losses[index] as number, 4);
      expect(learningRate).toBeCloseTo(referenceTraining.learningRates[index] as number, 8);
    });
    expect(result.skipped).toEqual([]);
    expect(result).not.toHaveProperty("heldOutLosses");
  });

  it("measures the loss on held-out examples before the first step and after every epoch, and learns nothing of it", async () => {
    const settings = { ...quickSettings, epochs: 3 };
    const examples = referenceExamples.slice(0, 1);
    const measured = await request({ settings, examples, heldOut: examples });
    const plain = await request({ settings, examples });
    const { steps, heldOutLosses = [] } = await trainer.train(measured);
    await trainer.train(plain);
    expect(heldOutLosses.map(({ step }) => step)).toEqual([0, 1, 2, 3]);
    // It is the example of every step, whose loss is that before the step.
    for (const { step, loss } of steps) expect(heldOutLosses[step - 1]?.loss).toBeCloseTo(loss, 5);
    expect(await adapterBytes(measured.outputDirectory)).toEqual(await adapterBytes(plain.outputDirectory));
  });

  it("gives the same adapter, byte for byte, on any number of threads and beside other trainings", async () => {
    const settings = { ...quickSettings, batchSize: 3, dropout: 0.2 };
    const [alone, beside, other] = await Promise.all([
      request({ settings }),
      request({ settings }),
      request({ settings: { ...settings, seed: 2 } }),
    ]);
    await createEmbeddedTrainer({ directory: tinyDirectory, threads: 1 }).train(alone);
    const withThreads = createEmbeddedTrainer({ directory: tinyDirectory, threads: 3 });
    await Promise.all([withThreads.train(other), withThreads.train(beside)]);
    expect(await adapterBytes(beside.outputDirectory)).toEqual(await adapterBytes(alone.outputDirectory));
    expect(await adapterBytes(other.outputDirectory)).not.toEqual(await adapterBytes(alone.outputDirectory));
  });

  it("reports examples that are too long and trains on the others", async () => {
    const settings = { ...quickSettings, epochs: 1, maxSequenceLength: 90 };
    const { skipped, steps } = await trainer.train(await request({ settings }));
    expect(skipped.length).toBeGreaterThan(0);
    expect(skipped.length).toBeLessThan(referenceExamples.length);
    expect(steps).toHaveLength(1);
  });

  it("stops when aborted, and other trainings go on", async () => {
    const abort = new AbortController();
    const onStep = (): void => abort.abort(new Error("enough"));
    const endless = await request({
      settings: { ...quickSettings, epochs: 10_000 },
      onStep,
      signal: abort.signal,
    });
    const other = trainer.train(await request({ settings: quickSettings }));
    await expect(trainer.train(endless)).rejects.toThrow("enough");
    await expect(trainer.train(await request({ signal: abort.signal }))).rejects.toThrow("enough");
    expect((await other).steps).toHaveLength(2);
  });

  it.each([
    [
      "no example fits",
      { settings: { ...referenceSettings, maxSequenceLength: 10 } },
      "None of the 4 training examples",
    ],
    [
      "the adapter has another rank",
      { settings: { ...referenceSettings, rank: 8 }, startFrom: fixture("adapter") },
      "rank 4",
    ],
    ["a module is unknown", { settings: { ...referenceSettings, targetModules: ["fc1"] } }, "fc1"],
    ["the adapter is missing", { startFrom: "no/such/adapter" }, "no/such/adapter"],
  ])("says so when %s", async (_, changes, message) => {
    await expect(trainer.train(await request(changes))).rejects.toThrow(message);
  });
});

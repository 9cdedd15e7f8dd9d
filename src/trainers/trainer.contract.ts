import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { TrainingExample } from "../domain/training-example.ts";
import { readTrainedWeights, type TrainedWeights } from "../models/trained-weights.ts";
import { toyRequest } from "./toy-training.fixture.ts";
import type { Trainer, TrainingRequest, TrainingSettings, TrainingStep } from "./trainer.ts";

/** What becomes of the next training: it ends well, fails after its first step, or never ends after it. */
export type Fate = "succeed" | "fail" | "hang";

/** A trainer to hold against the port, with what it can be asked. */
export interface TrainerUnderTest {
  /** Made anew each time, as another process would. */
  open(): Trainer;
  /** With another setting that changes what is made. */
  openOther?(): Trainer;
  examples: readonly TrainingExample[];
  /** Several steps. */
  settings: TrainingSettings;
  weights: TrainedWeights["kind"];
  /** Of the examples, those that are too long. */
  tooLong: readonly string[];
  /** Where a training can be made to fail: decides about the next one. */
  decide?(fate: Fate): void;
  close?(): Promise<void>;
}

/** What every adapter of the trainer port promises. */
export function describeTrainer(name: string, prepare: () => Promise<TrainerUnderTest>): void {
  describe(name, () => {
    let under: TrainerUnderTest;
    let folder: string;
    beforeAll(async () => {
      under = await prepare();
    });
    afterAll(() => under.close?.());
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), "errata-trainer-"));
      under.decide?.("succeed");
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    const request = (more: Partial<TrainingRequest> = {}) =>
      toyRequest(folder, { examples: under.examples, settings: under.settings, ...more });

    it("has an identity that is the same for the same settings alone", () => {
      expect(under.open().id).toMatch(/\S/);
      expect(under.open().id).toBe(under.open().id);
      if (under.openOther) expect(under.openOther().id).not.toBe(under.open().id);
    });

    it("leaves weights, and reports every step as it told it", async () => {
      const told: TrainingStep[] = [];
      const asked = request({ onStep: (step) => told.push(step) });
      const { steps, trainedTokens } = await under.open().train(asked);
      expect(readTrainedWeights(asked.outputDirectory).kind).toBe(under.weights);
      expect(steps.length).toBeGreaterThan(1);
      expect(steps.map(({ step }) => step)).toEqual(steps.map((_, index) => index + 1));
      expect(new Set(steps.map(({ steps: all }) => all))).toEqual(new Set([steps.length]));
      expect(steps.every(({ loss, learningRate }) => Number.isFinite(loss + learningRate))).toBe(true);
      expect(told.map(({ step, loss }) => [step, loss])).toEqual(steps.map(({ step, loss }) => [step, loss]));
      expect(trainedTokens).toBeGreaterThanOrEqual(0);
    });

    it("reports the examples that it left out, each with a reason", async () => {
      const { skipped } = await under.open().train(request());
      expect(skipped.map(({ exampleId }) => exampleId)).toEqual(under.tooLong);
      expect(skipped.every(({ reason }) => /\S/.test(reason))).toBe(true);
    });

    it("rejects with the reason when it is aborted before it begins, and leaves nothing", async () => {
      const asked = request({ signal: AbortSignal.abort(new Error("enough")) });
      await expect(under.open().train(asked)).rejects.toThrow("enough");
      expect(readdirSync(asked.outputDirectory)).toEqual([]);
    });

    it("rejects with the reason when it is aborted in its midst, and can be asked again", async () => {
      under.decide?.("hang");
      const abort = new AbortController();
      const asked = request({ signal: abort.signal, onStep: () => abort.abort(new Error("enough")) });
      await expect(under.open().train(asked)).rejects.toThrow("enough");
      under.decide?.("succeed");
      const again = request();
      await under.open().train(again);
      expect(readTrainedWeights(again.outputDirectory).kind).toBe(under.weights);
    });

    it("tells why it failed, and the next try succeeds with every step in its report", async ({ skip }) => {
      if (!under.decide) skip();
      under.decide?.("fail");
      const error = await under
        .open()
        .train(request())
        .catch((error) => error);
      expect(error).toMatchObject({ isErrataError: true, advice: expect.stringMatching(/\S/) });
      under.decide?.("succeed");
      const again = request();
      const { steps } = await under.open().train(again);
      expect(steps.map(({ step }) => step)).toEqual(steps.map((_, index) => index + 1));
      expect(steps).toHaveLength(steps[0]!.steps);
      expect(readTrainedWeights(again.outputDirectory).kind).toBe(under.weights);
    });
  });
}

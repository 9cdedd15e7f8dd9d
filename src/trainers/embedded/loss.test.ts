import { beforeAll, describe, expect, it } from "vitest";
import { createRandom } from "../../foundation/random.ts";
import { type Adapter, readAdapter, readTokenizer, tensor } from "../../models/embedded/index.ts";
import { loadModel, type TestModel, tinyDirectory } from "../../models/embedded/test-support.ts";
import { readSafetensors } from "../../models/safetensors/index.ts";
import type { DropoutMasks, LayerAdapter } from "./adapted-maps.ts";
import { drawDropoutMasks } from "./dropout.ts";
import { completionLoss, type FrozenModel, type LossBatch } from "./loss.ts";
import { normGains } from "./norm-gains.ts";
import { fixture, referenceExamples, referenceTraining } from "./test-support.ts";
import { tokenizeExamples } from "./tokenize-examples.ts";
import {
  readGradients,
  type TrainableMatrix,
  trainableMatrices,
  uploadMatrices,
} from "./trainable-matrices.ts";
import { createLossBatch, shapeFor, type TokenExample } from "./training-batch.ts";

let model: TestModel;
let frozen: FrozenModel;
let adapter: Adapter;
let matrices: TrainableMatrix[];
let examples: TokenExample[];
beforeAll(async () => {
  await tensor.startBackend();
  model = await loadModel();
  const { config, weights, stored } = model;
  frozen = { weights, gains: normGains(stored.tensors, config) };
  adapter = await readAdapter(fixture("adapter"), config);
  matrices = trainableMatrices(adapter, config);
  const tokenizer = await readTokenizer(tinyDirectory);
  examples = tokenizeExamples(referenceExamples, tokenizer, config.endOfText, config.contextLength).kept;
});

const run = (adapters: LayerAdapter[], frozenModel: FrozenModel, batch: LossBatch, masks: DropoutMasks[]) =>
  completionLoss(adapters, frozenModel, batch, masks, adapter.alpha / adapter.rank, model.config);
const program = tensor.compile(tensor.withGradients(run));
const lossProgram = tensor.compile(run);

const batchOf = (rows = examples.length): LossBatch => {
  const tokens = examples.reduce((sum, { completion }) => sum + completion.length, 0);
  return createLossBatch(examples, rows, shapeFor(examples), 1 / tokens);
};

function lossAndGradients(
  masks: DropoutMasks[] = [],
  rows?: number,
): { loss: number; gradients: Float32Array[] } {
  const { value, gradients } = program(uploadMatrices(matrices, model.config), frozen, batchOf(rows), masks);
  return { loss: tensor.read(value)[0] as number, gradients: readGradients(gradients, matrices) };
}

const loss = (masks: DropoutMasks[] = []): number =>
  tensor.read(lossProgram(uploadMatrices(matrices, model.config), frozen, batchOf(), masks))[0] as number;

/** By central differences: the derivative by the direction in which the gradient itself points. */
function slopeAlong(
  gradients: Float32Array[],
  masks: DropoutMasks[] = [],
): { measured: number; expected: number } {
  const length = Math.hypot(...gradients.map((gradient) => Math.hypot(...gradient)));
  const step = 3e-3;
  const move = (distance: number): void =>
    matrices.forEach(({ data }, i) => {
      gradients[i]?.forEach((slope, j) => {
        data[j] = (data[j] as number) + (distance * slope) / length;
      });
    });
  move(step);
  const above = loss(masks);
  move(-2 * step);
  const below = loss(masks);
  move(step);
  return { measured: (above - below) / (2 * step), expected: length };
}

describe("completionLoss", () => {
  it("is PyTorch's, and so are its gradients", async () => {
    const { loss: value, gradients } = lossAndGradients();
    expect(value).toBeCloseTo(referenceTraining.loss, 4);
    const reference = await readSafetensors(fixture("gradients.safetensors"));
    matrices.forEach(({ layer, module, matrix }, i) => {
      const name = [...reference.keys()].find(
        (key) => key.includes(`layers.${layer}.`) && key.includes(`${module}.lora_${matrix.toUpperCase()}`),
      );
      const expected = reference.get(name as string)?.data as Float32Array;
      const worst = Math.max(...expected.map((slope, j) => Math.abs(slope - (gradients[i]?.[j] as number))));
      expect(worst).toBeLessThan(1e-5);
    });
  });

  it("does not count rows without an example", () => {
    const { loss: value, gradients } = lossAndGradients();
    const padded = lossAndGradients([], 8);
    expect(padded.loss).toBeCloseTo(value, 5);
    expect(padded.gradients[0]?.[0]).toBeCloseTo(gradients[0]?.[0] as number, 5);
  });

  it("rises along its gradient as steeply as the gradient says", () => {
    const { measured, expected } = slopeAlong(lossAndGradients().gradients);
    expect(measured / expected).toBeCloseTo(1, 2);
  });

  it("does so under dropout, too", () => {
    const places = examples.length * shapeFor(examples).length;
    const masks = drawDropoutMasks(0.4, places, model.config, createRandom("masks"));
    const dropped = lossAndGradients(masks);
    expect(dropped.loss).not.toBeCloseTo(lossAndGradients().loss, 3);
    const { measured, expected } = slopeAlong(dropped.gradients, masks);
    expect(measured / expected).toBeCloseTo(1, 2);
  });
});

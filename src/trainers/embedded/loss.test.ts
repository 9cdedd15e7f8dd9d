import { beforeAll, describe, expect, it } from "vitest";
import { createRandom } from "../../foundation/random.ts";
import { type Adapter, readAdapter, readTokenizer, tensor } from "../../models/embedded/index.ts";
import { readSafetensors } from "../../models/embedded/safetensors.ts";
import { loadModel, type TestModel, tinyDirectory } from "../../models/embedded/test-support.ts";
import type { DropoutMasks, LayerAdapter } from "./adapted-maps.ts";
import { drawDropoutMasks } from "./dropout.ts";
import { completionLoss, type FrozenModel, type LossInputs } from "./loss.ts";
import { normGains } from "./norm-gains.ts";
import { type PassShape, padExample, type TokenExample } from "./padded-example.ts";
import { choosePassShapes } from "./pass-shapes.ts";
import { fixture, referenceExamples, referenceTraining } from "./test-support.ts";
import { tokenizeExamples } from "./tokenize-examples.ts";
import {
  readGradients,
  type TrainableMatrix,
  trainableMatrices,
  uploadMatrices,
} from "./trainable-matrices.ts";

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

const run = (adapters: LayerAdapter[], frozenModel: FrozenModel, inputs: LossInputs, masks: DropoutMasks[]) =>
  completionLoss(adapters, frozenModel, inputs, masks, adapter.alpha / adapter.rank, model.config);
const program = tensor.compile(tensor.withGradients(run));
const lossProgram = tensor.compile(run);

/** All examples as inputs of the loss, each in some places more than it needs. */
function allInputs(morePlaces = 0): LossInputs[] {
  const tokens = examples.reduce((sum, { completion }) => sum + completion.length, 0);
  const shapes = choosePassShapes(examples);
  return examples.map((example) => {
    const { length, window } = shapes.get(example) as PassShape;
    return padExample(example, { length: length + morePlaces, window: window + morePlaces }, 1 / tokens);
  });
}

/** Of all inputs together. */
function lossAndGradients(
  inputs: LossInputs[],
  masks: DropoutMasks[] = [],
): { loss: number; gradients: Float32Array[] } {
  const sums = matrices.map(({ data }) => new Float32Array(data.length));
  let loss = 0;
  for (const ofExample of inputs) {
    const { value, gradients } = program(uploadMatrices(matrices, model.config), frozen, ofExample, masks);
    loss += tensor.read(value)[0] as number;
    readGradients(gradients, matrices).forEach((gradient, i) => {
      gradient.forEach((slope, j) => {
        (sums[i] as Float32Array)[j] = (sums[i]?.[j] as number) + slope;
      });
    });
  }
  return { loss, gradients: sums };
}

const loss = (inputs: LossInputs[], masks: DropoutMasks[] = []): number =>
  inputs.reduce((sum, ofExample) => {
    const value = lossProgram(uploadMatrices(matrices, model.config), frozen, ofExample, masks);
    return sum + (tensor.read(value)[0] as number);
  }, 0);

/** By central differences: the derivative by the direction in which the gradient itself points. */
function slopeAlong(
  gradients: Float32Array[],
  inputs: LossInputs[],
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
  const above = loss(inputs, masks);
  move(-2 * step);
  const below = loss(inputs, masks);
  move(step);
  return { measured: (above - below) / (2 * step), expected: length };
}

describe("completionLoss", () => {
  it("is PyTorch's, and so are its gradients", async () => {
    const { loss: value, gradients } = lossAndGradients(allInputs());
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

  it("does not depend on how far an example is padded", () => {
    const { loss: value, gradients } = lossAndGradients(allInputs());
    const padded = lossAndGradients(allInputs(16));
    expect(padded.loss).toBeCloseTo(value, 5);
    expect(padded.gradients[0]?.[0]).toBeCloseTo(gradients[0]?.[0] as number, 5);
  });

  it("rises along its gradient as steeply as the gradient says", () => {
    const { measured, expected } = slopeAlong(lossAndGradients(allInputs()).gradients, allInputs());
    expect(measured / expected).toBeCloseTo(1, 2);
  });

  it("does so under dropout, too", () => {
    const inputs = allInputs().slice(0, 1);
    const places = inputs[0]?.tokens.shape[0] as number;
    const masks = drawDropoutMasks(0.4, places, model.config, createRandom("masks"));
    const dropped = lossAndGradients(inputs, masks);
    expect(dropped.loss).not.toBeCloseTo(lossAndGradients(inputs).loss, 3);
    const { measured, expected } = slopeAlong(dropped.gradients, inputs, masks);
    expect(measured / expected).toBeCloseTo(1, 2);
  });
});

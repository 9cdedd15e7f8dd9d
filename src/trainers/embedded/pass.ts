import { createRandom } from "../../foundation/random.ts";
import { type LlamaConfig, tensor } from "../../models/embedded/index.ts";
import type { DropoutMasks, LayerAdapter } from "./adapted-maps.ts";
import { drawDropoutMasks } from "./dropout.ts";
import { completionLoss, type FrozenModel, type LossBatch } from "./loss.ts";
import { readGradients, type TrainableMatrix, uploadMatrices } from "./trainable-matrices.ts";
import { createLossBatch, type PassShape, type TokenExample } from "./training-batch.ts";

/** A pass through the model and back, in a form that crosses threads. */
export interface PassTask {
  matrices: readonly TrainableMatrix[];
  /** alpha ÷ rank. */
  scale: number;
  examples: readonly TokenExample[];
  /** Rows of the pass, at least as many as examples. */
  rows: number;
  shape: PassShape;
  /** Of every completion token in the loss of the batch. */
  share: number;
  dropout: { rate: number; seed: string };
}

/** The examples' part of the loss of their batch, and that of the gradients, in the order of the matrices. */
export interface PassResult {
  loss: number;
  gradients: Float32Array[];
}

/** Makes the function that computes passes. It compiles once for every shape and scale. */
export function createPassProgram(model: FrozenModel, config: LlamaConfig): (task: PassTask) => PassResult {
  const compileFor = (scale: number) =>
    tensor.compile(
      tensor.withGradients(
        (adapters: LayerAdapter[], frozen: FrozenModel, batch: LossBatch, masks: DropoutMasks[]) =>
          completionLoss(adapters, frozen, batch, masks, scale, config),
      ),
    );
  const programs = new Map<number, ReturnType<typeof compileFor>>();

  return ({ matrices, scale, examples, rows, shape, share, dropout }) => {
    const program = programs.get(scale) ?? compileFor(scale);
    programs.set(scale, program);
    const adapters = tensor.handOver(uploadMatrices(matrices, config));
    const batch = tensor.handOver(createLossBatch(examples, rows, shape, share));
    const random = createRandom(dropout.seed);
    const masks = tensor.handOver(drawDropoutMasks(dropout.rate, rows * shape.length, config, random));
    const { value, gradients } = program(adapters, model, batch, masks);
    return { loss: tensor.read(value)[0] as number, gradients: readGradients(gradients, matrices) };
  };
}

import { createRandom } from "../../foundation/random.ts";
import { type LlamaConfig, tensor } from "../../models/embedded/index.ts";
import type { DropoutMasks, LayerAdapter } from "./adapted-maps.ts";
import { drawDropoutMasks } from "./dropout.ts";
import { completionLoss, type FrozenModel, type LossBatch } from "./loss.ts";
import { readGradients, type TrainableMatrix, uploadMatrices } from "./trainable-matrices.ts";
import { createLossBatch, type PassShape, type TokenExample } from "./training-batch.ts";

/** A pass through the model, and back where gradients are wanted, in a form that crosses threads. */
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
  wants: "gradients" | "loss";
}

/** The examples' part of the loss of their batch, and that of the gradients, in the order of the matrices (none unless wanted). */
export interface PassResult {
  loss: number;
  gradients: Float32Array[];
}

/** Makes the function that computes passes. It compiles once for every shape and scale. */
export function createPassProgram(model: FrozenModel, config: LlamaConfig): (task: PassTask) => PassResult {
  const programsFor = (scale: number) => {
    const loss = (
      adapters: LayerAdapter[],
      frozen: FrozenModel,
      batch: LossBatch,
      masks: DropoutMasks[],
    ): tensor.Tensor => completionLoss(adapters, frozen, batch, masks, scale, config);
    return { loss: tensor.compile(loss), gradients: tensor.compile(tensor.withGradients(loss)) };
  };
  const byScale = new Map<number, ReturnType<typeof programsFor>>();

  return ({ matrices, scale, examples, rows, shape, share, dropout, wants }) => {
    const programs = byScale.get(scale) ?? programsFor(scale);
    byScale.set(scale, programs);
    const adapters = tensor.handOver(uploadMatrices(matrices, config));
    const batch = tensor.handOver(createLossBatch(examples, rows, shape, share));
    const random = createRandom(dropout.seed);
    const masks = tensor.handOver(drawDropoutMasks(dropout.rate, rows * shape.length, config, random));
    if (wants === "loss") {
      const value = programs.loss(adapters, model, batch, masks);
      return { loss: tensor.read(value)[0] as number, gradients: [] };
    }
    const { value, gradients } = programs.gradients(adapters, model, batch, masks);
    return { loss: tensor.read(value)[0] as number, gradients: readGradients(gradients, matrices) };
  };
}

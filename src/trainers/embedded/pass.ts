import { createRandom } from "../../foundation/random.ts";
import { type LlamaConfig, tensor } from "../../models/embedded/index.ts";
import type { DropoutMasks, LayerAdapter } from "./adapted-maps.ts";
import { drawDropoutMasks } from "./dropout.ts";
import { completionLoss, type FrozenModel, type LossInputs } from "./loss.ts";
import { type PassShape, padExample, type TokenExample } from "./padded-example.ts";
import { readGradients, type TrainableMatrix, uploadMatrices } from "./trainable-matrices.ts";

/**
 * One example's way through the model and back, in a form that crosses threads.
 *
 * One alone needs a fraction of the memory of a batch, and no padding to the length of others.
 */
export interface PassTask {
  matrices: readonly TrainableMatrix[];
  /** alpha ÷ rank. */
  scale: number;
  example: TokenExample;
  shape: PassShape;
  /** Of every completion token in the loss of the batch. */
  share: number;
  dropout: { rate: number; seed: string };
}

/** An example's part of the loss of its batch, and that of the gradients, in the order of the matrices. */
export interface PassResult {
  loss: number;
  gradients: Float32Array[];
}

/** Makes the function that computes passes. It compiles once for every shape and scale. */
export function createPassProgram(model: FrozenModel, config: LlamaConfig): (task: PassTask) => PassResult {
  const compileFor = (scale: number) =>
    tensor.compile(
      tensor.withGradients(
        (adapters: LayerAdapter[], frozen: FrozenModel, inputs: LossInputs, masks: DropoutMasks[]) =>
          completionLoss(adapters, frozen, inputs, masks, scale, config),
      ),
    );
  const programs = new Map<number, ReturnType<typeof compileFor>>();

  return ({ matrices, scale, example, shape, share, dropout }) => {
    const program = programs.get(scale) ?? compileFor(scale);
    programs.set(scale, program);
    const adapters = tensor.handOver(uploadMatrices(matrices, config));
    const inputs = tensor.handOver(padExample(example, shape, share));
    const masks = drawDropoutMasks(dropout.rate, shape.length, config, createRandom(dropout.seed));
    const { value, gradients } = program(adapters, model, inputs, tensor.handOver(masks));
    return { loss: tensor.read(value)[0] as number, gradients: readGradients(gradients, matrices) };
  };
}

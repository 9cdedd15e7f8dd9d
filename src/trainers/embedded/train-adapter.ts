import { createRandom } from "../../foundation/random.ts";
import { type Adapter, type LlamaConfig, tensor } from "../../models/embedded/index.ts";
import type { TrainingSettings, TrainingStep } from "../trainer.ts";
import { adamwStep, clipGradients, withMoments } from "./adamw.ts";
import type { DropoutMasks, LayerAdapter } from "./adapted-maps.ts";
import { drawDropoutMasks } from "./dropout.ts";
import { completionLoss, type FrozenModel, type LossBatch } from "./loss.ts";
import { chooseShapes, dividePasses, rowsPerPass } from "./passes.ts";
import { linearSchedule } from "./schedule.ts";
import {
  addGradients,
  type TrainableMatrix,
  trainableMatrices,
  uploadMatrices,
} from "./trainable-matrices.ts";
import { createLossBatch, type TokenExample } from "./training-batch.ts";
import { planSteps } from "./training-plan.ts";

const gradientNormLimit = 1;

/**
 * Trains the matrices of an adapter in place: AdamW on the mean loss of each batch's completion tokens.
 *
 * @param adapter where to begin
 */
export function trainAdapter(
  adapter: Adapter,
  model: FrozenModel,
  config: LlamaConfig,
  examples: readonly TokenExample[],
  settings: TrainingSettings,
  onStep: (step: TrainingStep) => void,
): void {
  const matrices = trainableMatrices(adapter, config);
  const optimized = matrices.map(({ data }) => withMoments(data));
  const plan = planSteps(examples, settings);
  const rates = linearSchedule(plan.length, settings.warmupRatio, settings.learningRate);
  const lossAndGradients = createBatchGradients(adapter, matrices, model, config, examples, settings);

  plan.forEach(({ epoch, examples: batch }, index) => {
    const { loss, gradients } = lossAndGradients(batch);
    clipGradients(gradients, gradientNormLimit);
    const learningRate = rates[index] as number;
    const step = index + 1;
    optimized.forEach((array, position) => {
      const gradient = gradients[position] as Float32Array;
      adamwStep(array, gradient, { step, learningRate, weightDecay: settings.weightDecay });
    });
    onStep({ step, steps: plan.length, epoch, loss, learningRate });
  });
}

/** The mean loss of a batch and its gradients, in the order of the matrices. */
function createBatchGradients(
  { alpha, rank }: Adapter,
  matrices: readonly TrainableMatrix[],
  model: FrozenModel,
  config: LlamaConfig,
  examples: readonly TokenExample[],
  settings: TrainingSettings,
): (batch: readonly TokenExample[]) => { loss: number; gradients: Float32Array[] } {
  const passProgram = tensor.compile(
    tensor.withGradients(
      (adapters: LayerAdapter[], frozen: FrozenModel, pass: LossBatch, masks: DropoutMasks[]) =>
        completionLoss(adapters, frozen, pass, masks, alpha / rank, config),
    ),
  );
  const shapes = chooseShapes(examples);
  const rows = Math.min(rowsPerPass, settings.batchSize);
  const random = createRandom(`dropout ${settings.seed}`);

  return (batch) => {
    const share = 1 / batch.reduce((sum, { completion }) => sum + completion.length, 0);
    const adapters = uploadMatrices(matrices, config);
    const gradients = matrices.map(({ data }) => new Float32Array(data.length));
    let loss = 0;
    for (const pass of dividePasses(batch, shapes)) {
      const lossBatch = createLossBatch(pass.examples, rows, pass.shape, share);
      const masks = drawDropoutMasks(settings.dropout, rows * pass.shape.length, config, random);
      const result = passProgram(adapters, model, tensor.handOver(lossBatch), tensor.handOver(masks));
      loss += tensor.read(result.value)[0] as number;
      addGradients(gradients, result.gradients, matrices);
    }
    tensor.release(adapters);
    return { loss, gradients };
  };
}

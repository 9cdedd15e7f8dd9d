import { createRandom } from "../../foundation/random.ts";
import { type Adapter, type LlamaConfig, tensor } from "../../models/embedded/index.ts";
import type { TrainingSettings, TrainingStep } from "../trainer.ts";
import { adamwStep, clipGradients, withMoments } from "./adamw.ts";
import type { DropoutMasks, LayerAdapter } from "./adapted-maps.ts";
import { drawDropoutMasks } from "./dropout.ts";
import { completionLoss, type FrozenModel, type LossBatch } from "./loss.ts";
import { linearSchedule } from "./schedule.ts";
import { downloadGradients, trainableMatrices, uploadMatrices } from "./trainable-matrices.ts";
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
  const scale = adapter.alpha / adapter.rank;
  const lossAndGradients = tensor.compile(
    tensor.withGradients(
      (adapters: LayerAdapter[], frozen: FrozenModel, batch: LossBatch, masks: DropoutMasks[]) =>
        completionLoss(adapters, frozen, batch, masks, scale, config),
    ),
  );
  const matrices = trainableMatrices(adapter, config);
  const optimized = matrices.map(({ data }) => withMoments(data));
  const plan = planSteps(examples, settings);
  const rates = linearSchedule(plan.length, settings.warmupRatio, settings.learningRate);
  const dropoutRandom = createRandom(`dropout ${settings.seed}`);

  plan.forEach(({ epoch, examples: chosen }, index) => {
    const batch = createLossBatch(chosen, settings.batchSize);
    const masks = drawDropoutMasks(settings.dropout, batch.tokens.size, config, dropoutRandom);
    const { value, gradients } = lossAndGradients(
      tensor.handOver(uploadMatrices(matrices, config)),
      model,
      tensor.handOver(batch),
      tensor.handOver(masks),
    );
    const slopes = downloadGradients(gradients, matrices);
    clipGradients(slopes, gradientNormLimit);
    const learningRate = rates[index] as number;
    optimized.forEach((array, position) => {
      adamwStep(array, slopes[position] as Float32Array, {
        step: index + 1,
        learningRate,
        weightDecay: settings.weightDecay,
      });
    });
    const loss = tensor.read(value)[0] as number;
    onStep({ step: index + 1, steps: plan.length, epoch, loss, learningRate });
  });
}

import type { Adapter, LlamaConfig } from "../../models/embedded/index.ts";
import type { TrainingSettings, TrainingStep } from "../trainer.ts";
import { adamwStep, clipGradients, type OptimizedArray, withMoments } from "./adamw.ts";
import type { PassResult, PassTask } from "./pass.ts";
import { chooseShapes, dividePasses, rowsPerPass } from "./passes.ts";
import { learningRates } from "./schedule.ts";
import { trainableMatrices } from "./trainable-matrices.ts";
import type { TokenExample } from "./training-batch.ts";
import { planSteps } from "./training-plan.ts";

const gradientNormLimit = 1;

/**
 * Trains the matrices of an adapter in place: AdamW on the mean loss of each batch's completion tokens.
 *
 * The passes of a batch are asked for together. What becomes of the adapter does not depend on their order.
 *
 * @param adapter where to begin
 * @param onStep also gets the matrices with their moments, which the next step changes; that waits for it
 */
export async function trainAdapter(
  adapter: Adapter,
  config: LlamaConfig,
  examples: readonly TokenExample[],
  settings: TrainingSettings,
  computePass: (task: PassTask) => Promise<PassResult>,
  onStep: (step: TrainingStep, optimized: readonly OptimizedArray[]) => void | Promise<void>,
): Promise<void> {
  const matrices = trainableMatrices(adapter, config);
  const optimized = matrices.map(({ data }) => withMoments(data));
  const shapes = chooseShapes(examples);
  const rows = Math.min(rowsPerPass, settings.batchSize);
  const plan = planSteps(examples, settings);
  const rates = learningRates(plan.length, settings);

  for (const [index, { epoch, examples: batch }] of plan.entries()) {
    const step = index + 1;
    const share = 1 / batch.reduce((sum, { completion }) => sum + completion.length, 0);
    const tasks = dividePasses(batch, shapes).map(
      (pass, place): PassTask => ({
        ...pass,
        matrices,
        scale: adapter.alpha / adapter.rank,
        rows,
        share,
        dropout: { rate: settings.dropout, seed: `dropout ${settings.seed}/${step}/${place}` },
        wants: "gradients",
      }),
    );
    const { loss, gradients } = sumOf(await Promise.all(tasks.map(computePass)));

    clipGradients(gradients, gradientNormLimit);
    const learningRate = rates[index] as number;
    optimized.forEach((array, position) => {
      const gradient = gradients[position] as Float32Array;
      adamwStep(array, gradient, { step, learningRate, weightDecay: settings.weightDecay });
    });
    await onStep({ step, steps: plan.length, epoch, loss, learningRate }, optimized);
  }
}

/** Added up in the order of the passes, whichever was done first: sums of floats depend on it. */
function sumOf([first, ...others]: readonly PassResult[]): PassResult {
  const sum = first as PassResult;
  for (const { loss, gradients } of others) {
    sum.loss += loss;
    gradients.forEach((gradient, position) => {
      addTo(sum.gradients[position] as Float32Array, gradient);
    });
  }
  return sum;
}

function addTo(sum: Float32Array, terms: Float32Array): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + (terms[i] as number);
}

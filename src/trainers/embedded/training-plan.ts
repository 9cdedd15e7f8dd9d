import { createRandom } from "../../foundation/random.ts";
import type { TokenExample } from "./training-batch.ts";

/** Which examples every step sees, and when an epoch begins. */
export interface PlannedStep {
  epoch: number;
  examples: readonly TokenExample[];
}

/** Every epoch sees all examples in a new order that the seed determines. The last batch of an epoch may be smaller. */
export function planSteps(
  examples: readonly TokenExample[],
  settings: { epochs: number; batchSize: number; seed: number },
): PlannedStep[] {
  const random = createRandom(`order ${settings.seed}`);
  return Array.from({ length: settings.epochs }, (_, epoch) => {
    const order = random.shuffle(examples);
    const batches = Math.ceil(order.length / settings.batchSize);
    return Array.from({ length: batches }, (_, batch): PlannedStep => {
      const from = batch * settings.batchSize;
      return { epoch: epoch + 1, examples: order.slice(from, from + settings.batchSize) };
    });
  }).flat();
}

import type { Adapter, LlamaConfig } from "../../models/embedded/index.ts";
import type { HeldOutLoss } from "../trainer.ts";
import type { PassResult, PassTask } from "./pass.ts";
import { chooseShapes, dividePasses, rowsPerPass } from "./passes.ts";
import { trainableMatrices } from "./trainable-matrices.ts";
import type { TokenExample } from "./training-batch.ts";

/** Measures examples that a training does not learn from. */
export interface HeldOutMeter {
  /** What was measured so far. */
  losses: HeldOutLoss[];
  /** Measures the adapter as it is after so many steps; it must not change meanwhile. */
  measureAfter(step: number): Promise<void>;
}

/** The mean loss of all completion tokens of the examples together, without dropout; nothing where there are none. */
export function createHeldOutMeter(
  adapter: Adapter,
  config: LlamaConfig,
  examples: readonly TokenExample[],
  computePass: (task: PassTask) => Promise<PassResult>,
): HeldOutMeter {
  const losses: HeldOutLoss[] = [];
  if (examples.length === 0) return { losses, measureAfter: async () => {} };
  const matrices = trainableMatrices(adapter, config);
  const tokens = examples.reduce((sum, { completion }) => sum + completion.length, 0);
  const tasks = dividePasses(examples, chooseShapes(examples)).map(
    (pass): PassTask => ({
      ...pass,
      matrices,
      scale: adapter.alpha / adapter.rank,
      rows: rowsPerPass,
      share: 1 / tokens,
      dropout: { rate: 0, seed: "" },
      wants: "loss",
    }),
  );
  return {
    losses,
    async measureAfter(step) {
      const results = await Promise.all(tasks.map(computePass));
      losses.push({ step, loss: results.reduce((sum, { loss }) => sum + loss, 0) });
    },
  };
}

import type { Adapter, LlamaConfig } from "../../models/embedded/index.ts";
import type { OptimizedArray } from "./adamw.ts";
import type { PassResult, PassTask } from "./pass.ts";
import { chooseShapes, dividePasses, type Pass } from "./passes.ts";
import { trainableMatrices } from "./trainable-matrices.ts";
import type { TokenExample } from "./training-batch.ts";

/** Gradients of single examples at one state of an adapter. */
export interface ExampleGradients {
  /** What `use` makes of the gradients of each example's mean loss, in the order of the examples. */
  of<Result>(
    examples: readonly TokenExample[],
    use: (gradients: Float32Array[], example: TokenExample) => Result,
  ): Promise<Result[]>;
}

/** So many passes are asked for at once: enough for every thread, and few gradients in memory. */
const portion = 64;

/**
 * Takes gradients of an adapter's matrices by single examples, without dropout.
 *
 * @param all examples that will come, so that few shapes are compiled
 */
export function createExampleGradients(
  adapter: Adapter,
  config: LlamaConfig,
  all: readonly TokenExample[],
  computePass: (task: PassTask) => Promise<PassResult>,
): (optimized: readonly OptimizedArray[], onExample: () => void) => ExampleGradients {
  const shapes = chooseShapes(all);
  const trainable = trainableMatrices(adapter, config);

  return (optimized, onExample) => {
    const matrices = trainable.map((matrix, place) => ({
      ...matrix,
      data: (optimized[place] as OptimizedArray).values,
    }));
    const gradientsOf = async (example: TokenExample): Promise<Float32Array[]> => {
      const [pass] = dividePasses([example], shapes);
      const { gradients } = await computePass({
        ...(pass as Pass),
        matrices,
        scale: adapter.alpha / adapter.rank,
        rows: 1,
        share: 1 / example.completion.length,
        dropout: { rate: 0, seed: "" },
        wants: "gradients",
      });
      onExample();
      return gradients;
    };
    return {
      async of(examples, use) {
        const results: ReturnType<typeof use>[] = [];
        for (let from = 0; from < examples.length; from += portion) {
          const some = examples.slice(from, from + portion);
          const uses = some.map(async (example) => use(await gradientsOf(example), example));
          results.push(...(await Promise.all(uses)));
        }
        return results;
      },
    };
  };
}

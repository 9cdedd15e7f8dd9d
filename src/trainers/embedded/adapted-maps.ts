import {
  type FusedLayer,
  inverseNorm,
  type LayerMaps,
  type LayerModule,
  type LlamaConfig,
  mapsOf,
  tensor,
} from "../../models/embedded/index.ts";

const { add, linear, multiply } = tensor;
type Tensor = tensor.Tensor;

/** A [rank, in] and B [out, rank]. */
export type LowRank = { a: Tensor; b: Tensor };

/** The trained matrices of a layer. Modules that are not trained are absent. */
export type LayerAdapter = { [module in LayerModule]?: LowRank };

/** Gains of a layer's norms, [hidden] each. The fused weights hold them only inside other matrices. */
export type NormGains = { attention: Tensor; feedForward: Tensor };

/** Factors on the inputs of the LoRA branches, [n, in] each: 0, or 1 ÷ (1 − dropout). */
export type DropoutMasks = { attention: Tensor; output: Tensor; feedForward: Tensor; down: Tensor };

/**
 * The maps of a layer with LoRA branches: W x + (alpha ÷ rank) · B A dropout(x) (Hu et al. 2021, section 4.1).
 *
 * Modules that read the same input share its dropout mask; PEFT draws one for each.
 */
export function adaptedMaps(
  layer: FusedLayer,
  adapter: LayerAdapter,
  gains: NormGains,
  masks: DropoutMasks | undefined,
  scale: number,
  config: LlamaConfig,
): LayerMaps {
  const base = mapsOf(layer, config);
  const normed = (x: Tensor, gain: Tensor): Tensor =>
    multiply(multiply(x, inverseNorm(x, config.normEpsilon)), gain);
  /** `output` with the module's branch on `input` added to it. */
  const adapted = (
    output: Tensor,
    module: LayerModule,
    input: Tensor,
    mask: keyof DropoutMasks,
    factor = scale,
  ): Tensor => {
    const matrices = adapter[module];
    if (!matrices) return output;
    const kept = masks ? multiply(input, masks[mask]) : input;
    return add(output, multiply(linear(linear(kept, matrices.a), matrices.b), factor));
  };

  return {
    // The base's queries come divided by √(head size).
    queries: (x) =>
      adapted(
        base.queries(x),
        "q_proj",
        normed(x, gains.attention),
        "attention",
        scale / Math.sqrt(config.headSize),
      ),
    keyValues: (x) => {
      const { keys, values } = base.keyValues(x);
      const input = normed(x, gains.attention);
      return {
        keys: adapted(keys, "k_proj", input, "attention"),
        values: adapted(values, "v_proj", input, "attention"),
      };
    },
    gateUp: (x) => {
      const { gate, up } = base.gateUp(x);
      const input = normed(x, gains.feedForward);
      return {
        gate: adapted(gate, "gate_proj", input, "feedForward"),
        up: adapted(up, "up_proj", input, "feedForward"),
      };
    },
    output: (attended) => adapted(base.output(attended), "o_proj", attended, "output"),
    down: (activated) => adapted(base.down(activated), "down_proj", activated, "down"),
  };
}

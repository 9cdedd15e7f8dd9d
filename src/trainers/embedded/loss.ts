import {
  attend,
  type FusedWeights,
  finishLayer,
  inverseNorm,
  type LlamaConfig,
  normedLinear,
  projectKeyValues,
  projectQueries,
  rotaryAt,
  tensor,
} from "../../models/embedded/index.ts";
import { adaptedMaps, type DropoutMasks, type LayerAdapter, type NormGains } from "./adapted-maps.ts";

const { add, asConstant, exponential, logarithm, maxLast, multiply, reshape, subtract, sumAll, sumLast } =
  tensor;
type Tensor = tensor.Tensor;

/** Sequences of one length, padded on the left, so that all completions end at the last place. */
export type LossBatch = {
  /** Token ids and their places in their sequence, [rows × length]. */
  tokens: Tensor;
  positions: Tensor;
  /** Hides later places, [length, length], and padding, [rows, 1, 1, 1, 1, length]. */
  causalBias: Tensor;
  paddingBias: Tensor;
  /** The last `window` tokens of every row, and the share of each in the loss (0 outside completions), [rows × window]. */
  targets: Tensor;
  shares: Tensor;
};

/** What training does not change. */
export type FrozenModel = { weights: FusedWeights; gains: NormGains[] };

/**
 * Mean negative log-likelihood of the completions' tokens.
 *
 * @param scale alpha ÷ rank
 * @param masks one set for every layer, or none
 */
export function completionLoss(
  adapters: LayerAdapter[],
  { weights, gains }: FrozenModel,
  batch: LossBatch,
  masks: DropoutMasks[],
  scale: number,
  config: LlamaConfig,
): Tensor {
  const length = batch.causalBias.shape[0] as number;
  const rows = (batch.tokens.shape[0] as number) / length;
  const rotary = rotaryAt(weights, batch.positions);
  const bias = add(batch.causalBias, batch.paddingBias);
  let x = tensor.takeRows(weights.embedding, batch.tokens);
  weights.layers.forEach((layer, index) => {
    const adapter = adapters[index] as LayerAdapter;
    const maps = adaptedMaps(layer, adapter, gains[index] as NormGains, masks[index] ?? null, scale, config);
    const own = projectKeyValues(x, maps, config, rotary, length);
    const queries = projectQueries(x, maps, config, rotary, length);
    x = finishLayer(x, attend(queries, [{ ...own, bias }]), maps);
  });
  return meanNegativeLogLikelihood(beforeTargets(x, rows, length, batch), weights, batch, config);
}

/** The states from which the targets are predicted: the place before each, [rows × window, hidden]. */
function beforeTargets(x: Tensor, rows: number, length: number, { targets }: LossBatch): Tensor {
  const window = (targets.shape[0] as number) / rows;
  const hidden = x.shape[1] as number;
  const places = tensor.sliceAxis(reshape(x, [rows, length, hidden]), 1, length - 1 - window, length - 1);
  return reshape(places, [rows * window, hidden]);
}

function meanNegativeLogLikelihood(
  x: Tensor,
  weights: FusedWeights,
  { targets, shares }: LossBatch,
  config: LlamaConfig,
): Tensor {
  const logits = normedLinear(x, weights.head, config.normEpsilon);
  const highest = asConstant(maxLast(logits));
  const total = add(logarithm(sumLast(exponential(subtract(logits, highest)))), highest);
  // The targets' own logits, without a search through all logits.
  const targetHeads = tensor.takeRows(weights.head, targets);
  const ofTargets = multiply(sumLast(multiply(x, targetHeads)), inverseNorm(x, config.normEpsilon));
  return sumAll(multiply(reshape(subtract(total, ofTargets), [targets.shape[0] as number]), shares));
}

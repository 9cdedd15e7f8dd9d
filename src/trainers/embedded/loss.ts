import {
  attend,
  type FusedLayer,
  type FusedWeights,
  finishLayer,
  type LayerMaps,
  type LlamaConfig,
  projectKeyValues,
  projectQueries,
  rotaryAt,
  tensor,
} from "../../models/embedded/index.ts";
import { adaptedMaps, type DropoutMasks, type LayerAdapter, type NormGains } from "./adapted-maps.ts";
import { negativeLogLikelihood } from "./negative-log-likelihood.ts";

const { add, reshape, sliceAxis, takeRows } = tensor;
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
 * @param masks one set for every layer, or none
 * @param scale alpha ÷ rank
 */
export function completionLoss(
  adapters: LayerAdapter[],
  { weights, gains }: FrozenModel,
  batch: LossBatch,
  masks: DropoutMasks[],
  scale: number,
  config: LlamaConfig,
): Tensor {
  const { length, window } = sizesOf(batch);
  const rotary = rotaryAt(weights, batch.positions);
  const bias = add(batch.causalBias, batch.paddingBias);
  const mapsOfLayer = (index: number, layerMasks: DropoutMasks | undefined): LayerMaps => {
    const layer = weights.layers[index] as FusedLayer;
    const adapter = adapters[index] as LayerAdapter;
    return adaptedMaps(layer, adapter, gains[index] as NormGains, layerMasks, scale, config);
  };

  const last = weights.layers.length - 1;
  let x = takeRows(weights.embedding, batch.tokens);
  for (let index = 0; index < last; index++) {
    const maps = mapsOfLayer(index, masks[index]);
    const own = projectKeyValues(x, maps, config, rotary, length);
    const queries = projectQueries(x, maps, config, rotary, length);
    x = finishLayer(x, attend(queries, [{ ...own, bias }]), maps);
  }

  // The last layer's keys and values are wanted everywhere, its output only where a target is predicted.
  const own = projectKeyValues(x, mapsOfLayer(last, masks[last]), config, rotary, length);
  const inWindow = (rows: Tensor): Tensor => beforeTargets(rows, batch);
  const maps = mapsOfLayer(last, masks[last] && mapMasks(masks[last], inWindow));
  const windowRotary = { cosines: inWindow(rotary.cosines), sines: inWindow(rotary.sines) };
  const states = inWindow(x);
  const queries = projectQueries(states, maps, config, windowRotary, window);
  const windowBias = sliceAxis(bias, 4, length - 1 - window, length - 1);
  const attended = attend(queries, [{ ...own, bias: windowBias }]);
  const final = finishLayer(states, attended, maps);
  return negativeLogLikelihood(final, batch.targets, batch.shares, weights, config);
}

function sizesOf({ tokens, causalBias, targets }: LossBatch): {
  rows: number;
  length: number;
  window: number;
} {
  const length = causalBias.shape[0] as number;
  const rows = (tokens.shape[0] as number) / length;
  return { rows, length, window: (targets.shape[0] as number) / rows };
}

/** The places from which the targets are predicted: [rows × length, size] → [rows × window, size]. */
function beforeTargets(x: Tensor, batch: LossBatch): Tensor {
  const { rows, length, window } = sizesOf(batch);
  const size = x.shape[1] as number;
  const places = sliceAxis(reshape(x, [rows, length, size]), 1, length - 1 - window, length - 1);
  return reshape(places, [rows * window, size]);
}

const mapMasks = (masks: DropoutMasks, map: (mask: Tensor) => Tensor): DropoutMasks => ({
  attention: map(masks.attention),
  output: map(masks.output),
  feedForward: map(masks.feedForward),
  down: map(masks.down),
});

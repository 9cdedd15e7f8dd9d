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

const { sliceAxis, takeRows } = tensor;
type Tensor = tensor.Tensor;

/** An example, padded on the left, so that its completion ends at the last place. */
export type LossInputs = {
  /** Token ids and their places in the sequence, [length]. */
  tokens: Tensor;
  positions: Tensor;
  /** Hides later places and padding, [length, length]. */
  bias: Tensor;
  /** The last `window` tokens, and the share of each in the loss (0 outside the completion), [window]. */
  targets: Tensor;
  shares: Tensor;
};

/** What training does not change. */
export type FrozenModel = { weights: FusedWeights; gains: NormGains[] };

/**
 * Negative log-likelihood of the completion's tokens, weighted by their shares.
 *
 * @param masks one set for every layer, or none
 * @param scale alpha ÷ rank
 */
export function completionLoss(
  adapters: LayerAdapter[],
  { weights, gains }: FrozenModel,
  inputs: LossInputs,
  masks: DropoutMasks[],
  scale: number,
  config: LlamaConfig,
): Tensor {
  const { tokens, positions, bias, targets, shares } = inputs;
  const length = tokens.shape[0] as number;
  const window = targets.shape[0] as number;
  const rotary = rotaryAt(weights, positions);
  const mapsOfLayer = (index: number, layerMasks: DropoutMasks | undefined): LayerMaps => {
    const layer = weights.layers[index] as FusedLayer;
    const adapter = adapters[index] as LayerAdapter;
    return adaptedMaps(layer, adapter, gains[index] as NormGains, layerMasks, scale, config);
  };

  const last = weights.layers.length - 1;
  let x = takeRows(weights.embedding, tokens);
  for (let index = 0; index < last; index++) {
    const maps = mapsOfLayer(index, masks[index]);
    const own = projectKeyValues(x, maps, config, rotary, length);
    const queries = projectQueries(x, maps, config, rotary, length);
    x = finishLayer(x, attend(queries, [{ ...own, bias }]), maps);
  }

  // The last layer's keys and values are wanted everywhere, its output only where a target is predicted.
  const own = projectKeyValues(x, mapsOfLayer(last, masks[last]), config, rotary, length);
  const inWindow = (places: Tensor): Tensor => sliceAxis(places, 0, length - 1 - window, length - 1);
  const maps = mapsOfLayer(last, masks[last] && mapMasks(masks[last], inWindow));
  const windowRotary = { cosines: inWindow(rotary.cosines), sines: inWindow(rotary.sines) };
  const states = inWindow(x);
  const queries = projectQueries(states, maps, config, windowRotary, window);
  const attended = attend(queries, [{ ...own, bias: inWindow(bias) }]);
  const final = finishLayer(states, attended, maps);
  return negativeLogLikelihood(final, targets, shares, weights, config);
}

const mapMasks = (masks: DropoutMasks, map: (mask: Tensor) => Tensor): DropoutMasks => ({
  attention: map(masks.attention),
  output: map(masks.output),
  feedForward: map(masks.feedForward),
  down: map(masks.down),
});

import type { Random } from "../../foundation/random.ts";
import { type LlamaConfig, tensor } from "../../models/embedded/index.ts";
import type { DropoutMasks } from "./adapted-maps.ts";

/**
 * Draws the dropout masks of one pass for all layers. No masks for a rate of 0.
 *
 * @param places rows × length of the pass
 */
export function drawDropoutMasks(
  rate: number,
  places: number,
  config: LlamaConfig,
  random: Random,
): DropoutMasks[] {
  if (rate === 0) return [];
  const kept = 1 / (1 - rate);
  const mask = (width: number): tensor.Tensor => {
    const factors = new Float32Array(places * width);
    for (let i = 0; i < factors.length; i++) factors[i] = random.next() < rate ? 0 : kept;
    return tensor.fromFloats(factors, [places, width]);
  };
  return Array.from({ length: config.layerCount }, () => ({
    attention: mask(config.hiddenSize),
    output: mask(config.headCount * config.headSize),
    feedForward: mask(config.hiddenSize),
    down: mask(config.feedForwardSize),
  }));
}

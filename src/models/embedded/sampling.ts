import { createRandom, type Random } from "../../foundation/random.ts";

/** Draws tokens of one request. The same seed draws the same tokens, whatever else is in the batch. */
export interface Sampler {
  draw(logits: Float32Array): number;
}

/** @param temperature above 0; softmax of logits ÷ temperature */
export function createSampler(temperature: number, seed: number): Sampler {
  const random: Random = createRandom(`token ${seed}`);
  return { draw: (logits) => drawFromSoftmax(logits, temperature, random.next()) };
}

function drawFromSoftmax(logits: Float32Array, temperature: number, uniform: number): number {
  const highest = logits.reduce((a, b) => Math.max(a, b));
  const weights = Array.from(logits, (logit) => Math.exp((logit - highest) / temperature));
  let left = uniform * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [token, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return token;
  }
  return weights.length - 1;
}

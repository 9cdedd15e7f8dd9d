import {
  exponentialOfNonPositive,
  type FusedWeights,
  inverseNorm,
  type LlamaConfig,
  normedLinear,
  tensor,
} from "../../models/embedded/index.ts";

const { add, asConstant, logarithm, maxLast, multiply, reshape, subtract, sumAll, sumLast, takeRows } =
  tensor;
type Tensor = tensor.Tensor;

/**
 * Σ share · −log p(target), a scalar.
 *
 * @param states [n, hidden], before the last norm
 * @param targets token ids, [n]
 * @param shares of every target in the loss, [n]
 */
export function negativeLogLikelihood(
  states: Tensor,
  targets: Tensor,
  shares: Tensor,
  weights: FusedWeights,
  config: LlamaConfig,
): Tensor {
  const logits = normedLinear(states, weights.head, config.normEpsilon);
  const highest = asConstant(maxLast(logits));
  const total = add(logarithm(sumLast(exponentialOfNonPositive(subtract(logits, highest)))), highest);
  // The targets' own logits, computed again: cheaper than a search for them among all logits and its gradient.
  const ofTargets = multiply(
    sumLast(multiply(states, takeRows(weights.head, targets))),
    inverseNorm(states, config.normEpsilon),
  );
  return sumAll(multiply(reshape(subtract(total, ofTargets), [targets.shape[0] as number]), shares));
}

import type { LlamaConfig } from "./config.ts";
import type { FusedLayer } from "./fused-weights.ts";
import { add, divide, linear, multiply, sliceLast, squareRoot, sumLast, type Tensor } from "./tensor.ts";

/** 1 / root mean square of every row: [n, size] → [n, 1]. */
export const inverseNorm = (x: Tensor, epsilon: number): Tensor =>
  divide(1, squareRoot(add(multiply(sumLast(multiply(x, x)), 1 / (x.shape[1] as number)), epsilon)));

/** RMSNorm, whose gain is folded into `weight`, and the linear map after it. */
export const normedLinear = (x: Tensor, weight: Tensor, epsilon: number): Tensor =>
  multiply(linear(x, weight), inverseNorm(x, epsilon));

/** The linear maps of a layer, each from rows to rows. Those of x begin with the norm before them. */
export interface LayerMaps {
  /** [n, hidden] → [n, heads × head size], divided by √(head size). */
  queries(x: Tensor): Tensor;
  /** [n, hidden] → [n, key-value heads × head size] each. */
  keyValues(x: Tensor): { keys: Tensor; values: Tensor };
  /** [n, hidden] → [n, feed-forward] each. */
  gateUp(x: Tensor): { gate: Tensor; up: Tensor };
  /** [n, heads × head size] → [n, hidden]. */
  output(attended: Tensor): Tensor;
  /** [n, feed-forward] → [n, hidden]. */
  down(activated: Tensor): Tensor;
}

/** The maps of a layer as its weights have them. */
export function mapsOf(layer: FusedLayer, { normEpsilon }: LlamaConfig): LayerMaps {
  return {
    queries: (x) => normedLinear(x, layer.queries, normEpsilon),
    keyValues: (x) => {
      const [keys, values] = halves(normedLinear(x, layer.keyValues, normEpsilon));
      return { keys, values };
    },
    gateUp: (x) => {
      const [gate, up] = halves(normedLinear(x, layer.gateUp, normEpsilon));
      return { gate, up };
    },
    output: (attended) => linear(attended, layer.output),
    down: (activated) => linear(activated, layer.down),
  };
}

function halves(x: Tensor): [Tensor, Tensor] {
  const width = x.shape[1] as number;
  return [sliceLast(x, 0, width / 2), sliceLast(x, width / 2, width)];
}

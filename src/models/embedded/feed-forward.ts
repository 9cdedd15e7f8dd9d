import type { LlamaConfig } from "./config.ts";
import { type LayerMaps, normedLinear } from "./layer-maps.ts";
import { sigmoid } from "./smooth-functions.ts";
import { add, multiply, type Tensor } from "./tensor.ts";

/** What follows attention in a layer: output map, residual, SwiGLU. `x` and `attended` have one row per place. */
export function finishLayer(x: Tensor, attended: Tensor, maps: LayerMaps): Tensor {
  const afterAttention = add(maps.output(attended), x);
  const { gate, up } = maps.gateUp(afterAttention);
  const activated = multiply(multiply(gate, sigmoid(gate)), up);
  return add(maps.down(activated), afterAttention);
}

/** Next-token logits [n, vocabulary] of x [n, hidden]. */
export const nextTokenLogits = (x: Tensor, head: Tensor, config: LlamaConfig): Tensor =>
  normedLinear(x, head, config.normEpsilon);

import { type LlamaConfig, type NamedTensor, tensor } from "../../models/embedded/index.ts";
import type { NormGains } from "./adapted-maps.ts";

/** The gains of every layer's norms, moved into the backend. */
export const normGains = (tensors: ReadonlyMap<string, NamedTensor>, config: LlamaConfig): NormGains[] =>
  Array.from({ length: config.layerCount }, (_, layer) => {
    const gain = (norm: string): tensor.Tensor => {
      const { data, shape } = tensors.get(`model.layers.${layer}.${norm}.weight`) as NamedTensor;
      return tensor.fromFloats(data, shape);
    };
    return { attention: gain("input_layernorm"), feedForward: gain("post_attention_layernorm") };
  });

import type { NamedTensor } from "../safetensors/index.ts";
import type { LlamaConfig } from "./config.ts";
import { fromFloats, type Tensor } from "./tensor.ts";
import { type LayerModule, modulePath } from "./weights.ts";

/** One layer's weights as the forward pass wants them. `type`, because interfaces are not trees to jax-js. */
export type FusedLayer = {
  /** [heads × head size, hidden]. */
  queries: Tensor;
  /** Keys, then values: [2 × key-value heads × head size, hidden]. */
  keyValues: Tensor;
  /** [hidden, heads × head size]. */
  output: Tensor;
  /** Gate and up: [2 × feed-forward, hidden]. */
  gateUp: Tensor;
  /** [hidden, feed-forward]. */
  down: Tensor;
};

export type FusedWeights = {
  /** [vocabulary, hidden]. */
  embedding: Tensor;
  /** The embedding again, with the gain of the last norm folded in. */
  head: Tensor;
  layers: FusedLayer[];
  /** Cosines, and sines with the sign of their half: [context length, head size] each. */
  cosines: Tensor;
  sines: Tensor;
};

/**
 * Moves weights into the backend, fused into few large matrices.
 *
 * A norm's gain is folded into the columns of the matrix that follows it, and the attention's 1/√(head size) into the
 * rows of the queries, so that neither costs a pass over the activations.
 */
export function fuseWeights(tensors: ReadonlyMap<string, NamedTensor>, config: LlamaConfig): FusedWeights {
  const data = (name: string): Float32Array => (tensors.get(name) as NamedTensor).data;
  const weight = (layer: number, module: LayerModule): Float32Array =>
    data(`${modulePath(layer, module)}.weight`);
  const { hiddenSize: hidden, feedForwardSize: feedForward, headSize } = config;
  const queries = config.headCount * headSize;
  const keys = config.keyValueHeadCount * headSize;

  const layers = Array.from({ length: config.layerCount }, (_, layer): FusedLayer => {
    const attentionGain = data(`model.layers.${layer}.input_layernorm.weight`);
    const feedForwardGain = data(`model.layers.${layer}.post_attention_layernorm.weight`);
    const scaledQueries = weight(layer, "q_proj").map((value) => value / Math.sqrt(headSize));
    return {
      queries: fromFloats(withGain(scaledQueries, attentionGain), [queries, hidden]),
      keyValues: fromFloats(
        withGain(joined(weight(layer, "k_proj"), weight(layer, "v_proj")), attentionGain),
        [2 * keys, hidden],
      ),
      output: fromFloats(weight(layer, "o_proj"), [hidden, queries]),
      gateUp: fromFloats(
        withGain(joined(weight(layer, "gate_proj"), weight(layer, "up_proj")), feedForwardGain),
        [2 * feedForward, hidden],
      ),
      down: fromFloats(weight(layer, "down_proj"), [hidden, feedForward]),
    };
  });
  const embedding = data("model.embed_tokens.weight");
  return {
    embedding: fromFloats(embedding, [config.vocabularySize, hidden]),
    head: fromFloats(withGain(embedding, data("model.norm.weight")), [config.vocabularySize, hidden]),
    layers,
    ...rotaryTables(config),
  };
}

function joined(...parts: Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((total, part) => total + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** Multiplies column c of a row-major matrix by `gain[c]`. */
const withGain = (matrix: Float32Array, gain: Float32Array): Float32Array =>
  matrix.map((value, index) => value * (gain[index % gain.length] as number));

/**
 * Rotary positions in Hugging Face's layout: element i of a head turns with element i + size/2. The sines of the first
 * half are negative, so that a rotated head is x · cosine + (x with its halves exchanged) · sine.
 */
function rotaryTables({ contextLength, headSize, rotaryBase }: LlamaConfig): {
  cosines: Tensor;
  sines: Tensor;
} {
  const half = headSize / 2;
  const cosines = new Float32Array(contextLength * headSize);
  const sines = new Float32Array(contextLength * headSize);
  for (let position = 0; position < contextLength; position++)
    for (let i = 0; i < half; i++) {
      const angle = Math.fround(position * Math.fround(rotaryBase ** (-i / half)));
      const at = position * headSize + i;
      cosines[at] = cosines[at + half] = Math.cos(angle);
      sines[at] = -Math.sin(angle);
      sines[at + half] = Math.sin(angle);
    }
  const shape = [contextLength, headSize];
  return { cosines: fromFloats(cosines, shape), sines: fromFloats(sines, shape) };
}

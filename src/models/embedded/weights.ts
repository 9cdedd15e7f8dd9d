import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ErrataError } from "../../foundation/errors.ts";
import { type NamedTensor, parseSafetensors } from "../safetensors/index.ts";
import type { LlamaConfig } from "./config.ts";

/** Weights under their Hugging Face names, in 32-bit floats, with the digest of the file they came from. */
export interface ModelWeights {
  tensors: Map<string, NamedTensor>;
  /** SHA-256 of the weights file, 16 hexadecimal digits. */
  digest: string;
}

/** The linear maps of a layer, under their Hugging Face module names. */
export const layerModules = {
  q_proj: "self_attn",
  k_proj: "self_attn",
  v_proj: "self_attn",
  o_proj: "self_attn",
  gate_proj: "mlp",
  up_proj: "mlp",
  down_proj: "mlp",
} as const;
export type LayerModule = keyof typeof layerModules;

/** `model.layers.3.self_attn.q_proj`, as Hugging Face names it. */
export const modulePath = (layer: number, module: LayerModule): string =>
  `model.layers.${layer}.${layerModules[module]}.${module}`;

/** Sizes [out, in] of a layer's linear map. */
export function moduleShape(config: LlamaConfig, module: LayerModule): [number, number] {
  const { hiddenSize, feedForwardSize, headSize } = config;
  const queries = config.headCount * headSize;
  const keys = config.keyValueHeadCount * headSize;
  const shapes: Record<LayerModule, [number, number]> = {
    q_proj: [queries, hiddenSize],
    k_proj: [keys, hiddenSize],
    v_proj: [keys, hiddenSize],
    o_proj: [hiddenSize, queries],
    gate_proj: [feedForwardSize, hiddenSize],
    up_proj: [feedForwardSize, hiddenSize],
    down_proj: [hiddenSize, feedForwardSize],
  };
  return shapes[module];
}

/**
 * Reads `model.safetensors` of a model directory and checks it against the configuration.
 *
 * @throws ErrataError when the file is missing or damaged, or a tensor is missing or has another shape.
 */
export async function readModelWeights(directory: string, config: LlamaConfig): Promise<ModelWeights> {
  const path = join(directory, "model.safetensors");
  const bytes = await readFile(path).catch((cause) => {
    throw new ErrataError(`${path} cannot be read.`, {
      cause,
      advice: "A model directory holds config.json, model.safetensors and tokenizer.json.",
    });
  });
  const tensors = parseSafetensors(bytes, path);
  for (const [name, shape] of expectedShapes(config)) {
    const found = tensors.get(name)?.shape;
    if (found?.join() !== shape.join())
      throw new ErrataError(
        `${path}: tensor ${name} should have shape [${shape}] and ${found ? `has [${found}]` : "is missing"}.`,
        { advice: "config.json and model.safetensors must come from the same model." },
      );
  }
  return { tensors, digest: digestOf(bytes) };
}

/** First 16 hexadecimal digits of the SHA-256 of some bytes. */
export const digestOf = (bytes: Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex").slice(0, 16);

/** The name and shape of every tensor of a model with these sizes. */
export function* expectedShapes(config: LlamaConfig): Generator<[string, number[]]> {
  yield ["model.embed_tokens.weight", [config.vocabularySize, config.hiddenSize]];
  yield ["model.norm.weight", [config.hiddenSize]];
  for (let layer = 0; layer < config.layerCount; layer++) {
    yield [`model.layers.${layer}.input_layernorm.weight`, [config.hiddenSize]];
    yield [`model.layers.${layer}.post_attention_layernorm.weight`, [config.hiddenSize]];
    for (const module of Object.keys(layerModules) as LayerModule[])
      yield [`${modulePath(layer, module)}.weight`, moduleShape(config, module)];
  }
}

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ErrataError } from "../../foundation/errors.ts";

/** Sizes of a Llama decoder. */
export interface LlamaConfig {
  vocabularySize: number;
  hiddenSize: number;
  feedForwardSize: number;
  layerCount: number;
  headCount: number;
  keyValueHeadCount: number;
  headSize: number;
  normEpsilon: number;
  rotaryBase: number;
  /** Longest sequence, in tokens, that the model was taught. */
  contextLength: number;
  /** Token that ends a text. */
  endOfText: number;
}

const HuggingFaceConfig = z.object({
  model_type: z.literal("llama"),
  vocab_size: z.number().int().positive(),
  hidden_size: z.number().int().positive(),
  intermediate_size: z.number().int().positive(),
  num_hidden_layers: z.number().int().positive(),
  num_attention_heads: z.number().int().positive(),
  num_key_value_heads: z.number().int().positive().optional(),
  head_dim: z.number().int().positive().nullish(),
  rms_norm_eps: z.number().positive(),
  // Before version 5 of transformers the base stood beside the other sizes.
  rope_theta: z.number().positive().optional(),
  rope_parameters: z
    .object({ rope_theta: z.number().positive(), rope_type: z.literal("default").optional() })
    .optional(),
  rope_scaling: z.null().optional(),
  max_position_embeddings: z.number().int().positive(),
  tie_word_embeddings: z.literal(true),
  hidden_act: z.literal("silu").optional(),
  // A list begins with the token that training used.
  eos_token_id: z.union([z.number().int(), z.tuple([z.number().int()]).rest(z.number().int())]),
  attention_bias: z.literal(false).optional(),
  mlp_bias: z.literal(false).optional(),
});

/**
 * Reads the sizes from the Hugging Face `config.json` of a model directory.
 *
 * @throws ErrataError when the file is missing, or describes another architecture than Llama with tied embeddings,
 * SwiGLU, no biases and unscaled rotary positions.
 */
export async function readLlamaConfig(directory: string): Promise<LlamaConfig> {
  const path = join(directory, "config.json");
  let parsed: unknown;
  try {
    parsed = JSON.parse(await readFile(path, "utf8"));
  } catch (cause) {
    throw new ErrataError(`${path} cannot be read as JSON.`, {
      cause,
      advice: "A model directory holds config.json, model.safetensors and tokenizer.json.",
    });
  }
  const result = HuggingFaceConfig.safeParse(parsed);
  if (!result.success)
    throw new ErrataError(
      `${path} is not a Llama model that can run here: ${z.prettifyError(result.error)}`,
      {
        advice: "Use a llama.cpp or HTTP model for other architectures.",
      },
    );
  return fromHuggingFace(result.data);
}

function fromHuggingFace(source: z.infer<typeof HuggingFaceConfig>): LlamaConfig {
  return {
    vocabularySize: source.vocab_size,
    hiddenSize: source.hidden_size,
    feedForwardSize: source.intermediate_size,
    layerCount: source.num_hidden_layers,
    headCount: source.num_attention_heads,
    keyValueHeadCount: source.num_key_value_heads ?? source.num_attention_heads,
    headSize: source.head_dim ?? source.hidden_size / source.num_attention_heads,
    normEpsilon: source.rms_norm_eps,
    rotaryBase: source.rope_parameters?.rope_theta ?? source.rope_theta ?? 10_000,
    contextLength: source.max_position_embeddings,
    endOfText: typeof source.eos_token_id === "number" ? source.eos_token_id : source.eos_token_id[0],
  };
}

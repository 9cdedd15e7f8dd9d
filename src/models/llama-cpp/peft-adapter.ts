import { z } from "zod";
import { ErrataError } from "../../foundation/errors.ts";
import { loraMatrixName, PlainLora, readStoredAdapter } from "../peft/index.ts";
import type { NamedTensor } from "../safetensors/index.ts";

/** A PEFT adapter, whatever model it was trained on. */
export interface PeftAdapter {
  /** What the product of a pair of matrices is multiplied with, times the rank. */
  alpha: number;
  /** A [rank, in] and B [out, rank] under the module's name, such as `model.layers.0.self_attn.q_proj`. */
  matrices: Map<string, { a: NamedTensor; b: NamedTensor }>;
  /** What tells this adapter from others: SHA-256 of its files, 16 hexadecimal digits. */
  digest: string;
}

/** Plain LoRA, and the rank-stabilised one: a GGUF adapter holds one scale. */
const ConvertibleLora = PlainLora.extend({ use_rslora: z.boolean().nullish() });

/**
 * Reads an adapter in the layout of Hugging Face PEFT.
 *
 * @throws ErrataError when a file is missing or damaged, a matrix has no partner, or it is not plain LoRA
 */
export async function readPeftAdapter(directory: string): Promise<PeftAdapter> {
  const { config, tensors, tensorsPath, digest } = await readStoredAdapter(directory, ConvertibleLora);
  const { r, lora_alpha, use_rslora } = config;
  return {
    // Rank-stabilised LoRA divides by the square root of the rank.
    alpha: use_rslora ? lora_alpha * Math.sqrt(r) : lora_alpha,
    matrices: pairMatrices(tensors, tensorsPath),
    digest,
  };
}

function pairMatrices(stored: ReadonlyMap<string, NamedTensor>, path: string): PeftAdapter["matrices"] {
  const matrices: PeftAdapter["matrices"] = new Map();
  for (const name of stored.keys()) {
    const [, module = ""] = /^base_model\.model\.(.+)\.lora_[AB]\.weight$/.exec(name) ?? [];
    const a = stored.get(loraMatrixName(module, "A"));
    const b = stored.get(loraMatrixName(module, "B"));
    if (!a || !b || a.shape[0] !== b.shape[1]) {
      throw new ErrataError(`${path}: ${name} is not one of a pair of LoRA matrices.`, {
        advice: "Plain LoRA on linear layers can be used, without saved embeddings or biases.",
      });
    }
    matrices.set(module, { a, b });
  }
  return matrices;
}

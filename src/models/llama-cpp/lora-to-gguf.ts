import { writeFile } from "node:fs/promises";
import { ErrataError } from "../../foundation/errors.ts";
import type { NamedTensor } from "../safetensors/index.ts";
import { type BaseShape, hasReorderedQueriesAndKeys } from "./base-shape.ts";
import { encodeGguf } from "./gguf-file.ts";
import { type PeftAdapter, readPeftAdapter } from "./peft-adapter.ts";

/** Hugging Face's name of a layer's linear map, and llama.cpp's. */
const tensorNames: Readonly<Record<string, string>> = {
  "self_attn.q_proj": "attn_q",
  "self_attn.k_proj": "attn_k",
  "self_attn.v_proj": "attn_v",
  "self_attn.o_proj": "attn_output",
  "mlp.gate_proj": "ffn_gate",
  "mlp.up_proj": "ffn_up",
  "mlp.down_proj": "ffn_down",
};

/**
 * Writes a PEFT adapter as the GGUF file that llama.cpp loads beside a base model.
 *
 * @param adapterDirectory holds `adapter_config.json` and `adapter_model.safetensors`
 * @param base of the model that the adapter was trained on, as its GGUF file says
 * @returns what tells this adapter from others: SHA-256 of its files, 16 hexadecimal digits
 * @throws ErrataError when the adapter cannot be read, is not plain LoRA, or changes what has no name in a GGUF file
 *
 * @example
 * const base = { architecture: "llama", headCount: 9, keyValueHeadCount: 3 };
 * await loraToGguf("runs/mine/adapters/1", base, "adapter.gguf");
 */
export async function loraToGguf(adapterDirectory: string, base: BaseShape, file: string): Promise<string> {
  const adapter = await readPeftAdapter(adapterDirectory);
  const metadata = {
    "general.architecture": base.architecture,
    "general.type": "adapter",
    "adapter.type": "lora",
    "adapter.lora.alpha": adapter.alpha,
  };
  await writeFile(file, encodeGguf(metadata, ggufTensors(adapter, base, adapterDirectory)));
  return adapter.digest;
}

function ggufTensors({ matrices }: PeftAdapter, base: BaseShape, place: string): Map<string, NamedTensor> {
  const headCounts: Record<string, number> = hasReorderedQueriesAndKeys(base)
    ? { attn_q: base.headCount, attn_k: base.keyValueHeadCount }
    : {};
  const tensors = new Map<string, NamedTensor>();
  for (const [module, { a, b }] of matrices) {
    const { layer, tensor } = ggufName(module, place);
    const heads = headCounts[tensor];
    tensors.set(`blk.${layer}.${tensor}.weight.lora_a`, a);
    tensors.set(`blk.${layer}.${tensor}.weight.lora_b`, heads ? interleaveHalves(b, heads) : b);
  }
  return tensors;
}

function ggufName(module: string, place: string): { layer: string; tensor: string } {
  const [, layer, name] = /^model\.layers\.(\d+)\.(.+)$/.exec(module) ?? [];
  const tensor = name === undefined ? undefined : tensorNames[name];
  if (layer !== undefined && tensor !== undefined) return { layer, tensor };
  throw new ErrataError(`The adapter ${place} changes ${module}, which cannot be converted.`, {
    advice: `Train adapters on ${Object.keys(tensorNames).join(", ")} alone.`,
  });
}

/** The rows of every head's two halves in turn: 0, n/2, 1, n/2 + 1 … */
function interleaveHalves({ shape, data }: NamedTensor, headCount: number): NamedTensor {
  const [rows = 0, width = 0] = shape;
  const headSize = rows / headCount;
  const reordered = new Float32Array(data.length);
  for (let row = 0; row < rows; row++) {
    const withinHead = row % headSize;
    const source = row - withinHead + (withinHead % 2) * (headSize / 2) + Math.floor(withinHead / 2);
    reordered.set(data.subarray(source * width, (source + 1) * width), row * width);
  }
  return { shape, data: reordered };
}

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ErrataError } from "../../foundation/errors.ts";
import { type NamedTensor, parseSafetensors } from "../safetensors/index.ts";

/** An adapter as PEFT stores it, whatever model it was trained on. */
export interface PeftAdapter {
  /** What the product of a pair of matrices is multiplied with, times the rank. */
  alpha: number;
  /** A [rank, in] and B [out, rank] under the module's name, such as `model.layers.0.self_attn.q_proj`. */
  matrices: Map<string, { a: NamedTensor; b: NamedTensor }>;
  /** The bytes of both files. */
  files: readonly Uint8Array[];
}

const never = z.literal(false).nullish();
const nothing = z.union([z.record(z.string(), z.never()), z.array(z.never()), z.null()]).optional();

/** What is read of PEFT's `adapter_config.json`, and the variants of LoRA that a GGUF adapter cannot hold. */
const PeftConfig = z.object({
  peft_type: z.literal("LORA"),
  r: z.number().int().positive(),
  lora_alpha: z.number().positive(),
  use_rslora: z.boolean().nullish(),
  bias: z.literal("none").nullish(),
  use_dora: never,
  fan_in_fan_out: never,
  rank_pattern: nothing,
  alpha_pattern: nothing,
  modules_to_save: nothing,
});

const configFile = "adapter_config.json";
const matricesFile = "adapter_model.safetensors";

/**
 * Reads an adapter in the layout of Hugging Face PEFT.
 *
 * @throws ErrataError when a file is missing or damaged, a matrix has no partner, or it is not plain LoRA
 */
export async function readPeftAdapter(directory: string): Promise<PeftAdapter> {
  const configBytes = await readAdapterFile(directory, configFile);
  const matrixBytes = await readAdapterFile(directory, matricesFile);
  const { r, lora_alpha, use_rslora } = parseConfig(configBytes, join(directory, configFile));
  const path = join(directory, matricesFile);
  return {
    // Rank-stabilised LoRA divides by the square root of the rank.
    alpha: use_rslora ? lora_alpha * Math.sqrt(r) : lora_alpha,
    matrices: pairMatrices(parseSafetensors(matrixBytes, path), path),
    files: [configBytes, matrixBytes],
  };
}

function pairMatrices(stored: ReadonlyMap<string, NamedTensor>, path: string): PeftAdapter["matrices"] {
  const matrices: PeftAdapter["matrices"] = new Map();
  for (const name of stored.keys()) {
    const [, module] = /^base_model\.model\.(.+)\.lora_[AB]\.weight$/.exec(name) ?? [];
    const a = stored.get(`base_model.model.${module}.lora_A.weight`);
    const b = stored.get(`base_model.model.${module}.lora_B.weight`);
    if (module === undefined || !a || !b || a.shape[0] !== b.shape[1]) {
      throw new ErrataError(`${path}: ${name} is not one of a pair of LoRA matrices.`, {
        advice: "Plain LoRA on linear layers can be used, without saved embeddings or biases.",
      });
    }
    matrices.set(module, { a, b });
  }
  return matrices;
}

async function readAdapterFile(directory: string, name: string): Promise<Uint8Array> {
  return readFile(join(directory, name)).catch((cause) => {
    throw new ErrataError(`The adapter ${directory} has no readable ${name}.`, {
      cause,
      advice: `An adapter directory holds ${configFile} and ${matricesFile}.`,
    });
  });
}

function parseConfig(bytes: Uint8Array, path: string): z.infer<typeof PeftConfig> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new ErrataError(`${path} is not JSON.`, { cause, advice: "Train the adapter again." });
  }
  const result = PeftConfig.safeParse(parsed);
  if (result.success) return result.data;
  throw new ErrataError(
    `${path} describes an adapter that cannot be converted: ${z.prettifyError(result.error)}`,
    { advice: "Plain LoRA on linear layers can be converted." },
  );
}

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ErrataError } from "../../foundation/errors.ts";
import { type NamedTensor, parseSafetensors } from "../safetensors/index.ts";

/** The files of an adapter in the layout of Hugging Face PEFT. */
export const adapterFiles = { config: "adapter_config.json", matrices: "adapter_model.safetensors" } as const;

/** The name under which a LoRA matrix of a module, such as `model.layers.0.self_attn.q_proj`, is stored. */
export const loraMatrixName = (module: string, matrix: "A" | "B"): string =>
  `base_model.model.${module}.lora_${matrix}.weight`;

const never = z.literal(false).nullish();
const nothing = z.union([z.record(z.string(), z.never()), z.array(z.never()), z.null()]).optional();

/** What is read of the configuration of plain LoRA, and the variants that are something else. */
export const PlainLora = z.object({
  peft_type: z.literal("LORA"),
  r: z.number().int().positive(),
  lora_alpha: z.number().positive(),
  bias: z.literal("none").nullish(),
  use_dora: never,
  fan_in_fan_out: never,
  rank_pattern: nothing,
  alpha_pattern: nothing,
  modules_to_save: nothing,
});

/** An adapter as it is stored, whatever model it was trained on. */
export interface StoredAdapter<Config> {
  config: Config;
  tensors: Map<string, NamedTensor>;
  /** Where the tensors stand, for messages. */
  tensorsPath: string;
  /** What tells this adapter from others: SHA-256 of both files, 16 hexadecimal digits. */
  digest: string;
}

/**
 * Reads the files of an adapter.
 *
 * @param schema of the configurations that the reader can use, such as `PlainLora`
 * @throws ErrataError when a file is missing or damaged, or the configuration is another
 */
export async function readStoredAdapter<Config>(
  directory: string,
  schema: z.ZodType<Config>,
): Promise<StoredAdapter<Config>> {
  const configBytes = await readAdapterFile(directory, adapterFiles.config);
  const tensorBytes = await readAdapterFile(directory, adapterFiles.matrices);
  const tensorsPath = join(directory, adapterFiles.matrices);
  return {
    config: parseConfig(configBytes, join(directory, adapterFiles.config), schema),
    tensors: parseSafetensors(tensorBytes, tensorsPath),
    tensorsPath,
    digest: createHash("sha256").update(configBytes).update(tensorBytes).digest("hex").slice(0, 16),
  };
}

async function readAdapterFile(directory: string, name: string): Promise<Uint8Array> {
  return readFile(join(directory, name)).catch((cause) => {
    throw new ErrataError(`The adapter ${directory} has no readable ${name}.`, {
      cause,
      advice: `An adapter directory holds ${adapterFiles.config} and ${adapterFiles.matrices}.`,
    });
  });
}

function parseConfig<Config>(bytes: Uint8Array, path: string, schema: z.ZodType<Config>): Config {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new ErrataError(`${path} is not JSON.`, { cause, advice: "Train the adapter again." });
  }
  const result = schema.safeParse(parsed);
  if (result.success) return result.data;
  throw new ErrataError(
    `${path} describes an adapter that cannot be used here: ${z.prettifyError(result.error)}`,
    { advice: "Train plain LoRA, on the attention and feed-forward projections." },
  );
}

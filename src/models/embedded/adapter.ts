import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ErrataError } from "../../foundation/errors.ts";
import { encodeSafetensors, type NamedTensor, parseSafetensors } from "../safetensors/index.ts";
import type { LlamaConfig } from "./config.ts";
import { digestOf, type LayerModule, layerModules, modulePath, moduleShape } from "./weights.ts";

/** LoRA matrices: module W of a layer becomes W + (alpha ÷ rank) · B · A. */
export interface Adapter {
  rank: number;
  alpha: number;
  targetModules: LayerModule[];
  /** A [rank, in] and B [out, rank] under the module's path. */
  matrices: Map<string, { a: NamedTensor; b: NamedTensor }>;
}

const never = z.literal(false).optional();

/** What is read of PEFT's `adapter_config.json`, and the variants of LoRA that cannot be read. */
const PeftConfig = z.object({
  peft_type: z.literal("LORA"),
  r: z.number().int().positive(),
  lora_alpha: z.number().positive(),
  target_modules: z.array(z.enum(Object.keys(layerModules) as [LayerModule, ...LayerModule[]])).min(1),
  bias: z.literal("none").optional(),
  use_rslora: never,
  use_dora: never,
  fan_in_fan_out: never,
  rank_pattern: z.record(z.string(), z.never()).optional(),
  alpha_pattern: z.record(z.string(), z.never()).optional(),
  modules_to_save: z.null().optional(),
  layers_to_transform: z.null().optional(),
});

const configFile = "adapter_config.json";
const matricesFile = "adapter_model.safetensors";
const matrixName = (path: string, matrix: "A" | "B"): string =>
  `base_model.model.${path}.lora_${matrix}.weight`;

/** Every linear map that an adapter with these target modules changes. */
export function* adaptedModules(
  config: LlamaConfig,
  targetModules: readonly LayerModule[],
): Generator<{ layer: number; module: LayerModule; path: string }> {
  for (let layer = 0; layer < config.layerCount; layer++)
    for (const module of Object.keys(layerModules) as LayerModule[])
      if (targetModules.includes(module)) yield { layer, module, path: modulePath(layer, module) };
}

/**
 * Reads an adapter in the layout of Hugging Face PEFT.
 *
 * @throws ErrataError when a file is missing or damaged, a matrix is missing or does not fit the model, or the adapter
 * uses a variant of LoRA that cannot be merged here.
 */
export async function readAdapter(
  directory: string,
  config: LlamaConfig,
): Promise<Adapter & { digest: string }> {
  const configBytes = await readAdapterFile(directory, configFile);
  const matrixBytes = await readAdapterFile(directory, matricesFile);
  const settings = parsePeftConfig(configBytes, join(directory, configFile));
  const path = join(directory, matricesFile);
  const stored = parseSafetensors(matrixBytes, path);
  const adapter: Adapter = {
    rank: settings.r,
    alpha: settings.lora_alpha,
    targetModules: settings.target_modules,
    matrices: new Map(),
  };
  for (const adapted of adaptedModules(config, adapter.targetModules)) {
    const [out, input] = moduleShape(config, adapted.module);
    adapter.matrices.set(adapted.path, {
      a: requireTensor(stored, matrixName(adapted.path, "A"), [adapter.rank, input], path),
      b: requireTensor(stored, matrixName(adapted.path, "B"), [out, adapter.rank], path),
    });
  }
  return { ...adapter, digest: digestOf(Buffer.concat([configBytes, matrixBytes])) };
}

function requireTensor(
  stored: ReadonlyMap<string, NamedTensor>,
  name: string,
  shape: number[],
  path: string,
): NamedTensor {
  const tensor = stored.get(name);
  if (tensor?.shape.join() === shape.join()) return tensor;
  throw new ErrataError(
    `${path}: matrix ${name} should have shape [${shape}] and ${tensor ? `has [${tensor.shape}]` : "is missing"}.`,
    { advice: "Use an adapter that was trained on this model." },
  );
}

async function readAdapterFile(directory: string, name: string): Promise<Uint8Array> {
  return readFile(join(directory, name)).catch((cause) => {
    throw new ErrataError(`The adapter ${directory} has no readable ${name}.`, {
      cause,
      advice: `An adapter directory holds ${configFile} and ${matricesFile}.`,
    });
  });
}

function parsePeftConfig(bytes: Uint8Array, path: string): z.infer<typeof PeftConfig> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new ErrataError(`${path} is not JSON.`, { cause, advice: "Train the adapter again." });
  }
  const result = PeftConfig.safeParse(parsed);
  if (result.success) return result.data;
  throw new ErrataError(
    `${path} describes an adapter that cannot be merged: ${z.prettifyError(result.error)}`,
    {
      advice: "Plain LoRA on the attention and feed-forward projections can be merged.",
    },
  );
}

/** Writes an adapter in the layout of Hugging Face PEFT. Equal adapters give equal bytes. */
export async function writeAdapter(
  directory: string,
  adapter: Adapter,
  baseModel: string,
  dropout: number,
): Promise<void> {
  const tensors = new Map<string, NamedTensor>();
  for (const [path, { a, b }] of adapter.matrices) {
    tensors.set(matrixName(path, "A"), a);
    tensors.set(matrixName(path, "B"), b);
  }
  const settings = {
    peft_type: "LORA",
    task_type: "CAUSAL_LM",
    base_model_name_or_path: baseModel,
    inference_mode: true,
    r: adapter.rank,
    lora_alpha: adapter.alpha,
    lora_dropout: dropout,
    target_modules: adapter.targetModules,
    bias: "none",
    fan_in_fan_out: false,
    use_rslora: false,
    use_dora: false,
  };
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, matricesFile), encodeSafetensors(tensors));
  await writeFile(join(directory, configFile), `${JSON.stringify(settings, null, 2)}\n`);
}

/** The model's tensors with the adapter added to them. The given tensors stay as they are. */
export function mergeAdapter(
  tensors: ReadonlyMap<string, NamedTensor>,
  { rank, alpha, matrices }: Adapter,
): Map<string, NamedTensor> {
  const merged = new Map(tensors);
  for (const [path, { a, b }] of matrices) {
    const name = `${path}.weight`;
    const { shape, data } = tensors.get(name) as NamedTensor;
    merged.set(name, { shape, data: addProduct(data, b.data, a.data, rank, alpha / rank) });
  }
  return merged;
}

/** weight + scale · b · a, for weight [out, in], b [out, rank] and a [rank, in]. */
function addProduct(
  weight: Float32Array,
  b: Float32Array,
  a: Float32Array,
  rank: number,
  scale: number,
): Float32Array {
  const width = a.length / rank;
  return weight.map((value, index) => {
    const row = Math.floor(index / width);
    const column = index % width;
    let product = 0;
    for (let k = 0; k < rank; k++)
      product += (b[row * rank + k] as number) * (a[k * width + column] as number);
    return value + scale * product;
  });
}

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ErrataError } from "../../foundation/errors.ts";
import { adapterFiles, loraMatrixName, PlainLora, readStoredAdapter } from "../peft/index.ts";
import { encodeSafetensors, type NamedTensor } from "../safetensors/index.ts";
import type { LlamaConfig } from "./config.ts";
import { type LayerModule, layerModules, modulePath, moduleShape } from "./weights.ts";

/** LoRA matrices: module W of a layer becomes W + (alpha ÷ rank) · B · A. */
export interface Adapter {
  rank: number;
  alpha: number;
  targetModules: LayerModule[];
  /** A [rank, in] and B [out, rank] under the module's path. */
  matrices: Map<string, { a: NamedTensor; b: NamedTensor }>;
}

/** Plain LoRA on the modules of this model, with alpha ÷ rank as its scale. */
const MergeableLora = PlainLora.extend({
  target_modules: z.array(z.enum(Object.keys(layerModules) as [LayerModule, ...LayerModule[]])).min(1),
  use_rslora: z.literal(false).nullish(),
  layers_to_transform: z.null().optional(),
});

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
  const stored = await readStoredAdapter(directory, MergeableLora);
  const adapter: Adapter = {
    rank: stored.config.r,
    alpha: stored.config.lora_alpha,
    targetModules: stored.config.target_modules,
    matrices: new Map(),
  };
  const { tensors, tensorsPath } = stored;
  for (const adapted of adaptedModules(config, adapter.targetModules)) {
    const [out, input] = moduleShape(config, adapted.module);
    adapter.matrices.set(adapted.path, {
      a: requireTensor(tensors, loraMatrixName(adapted.path, "A"), [adapter.rank, input], tensorsPath),
      b: requireTensor(tensors, loraMatrixName(adapted.path, "B"), [out, adapter.rank], tensorsPath),
    });
  }
  return { ...adapter, digest: stored.digest };
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

/** Writes an adapter in the layout of Hugging Face PEFT. Equal adapters give equal bytes. */
export async function writeAdapter(
  directory: string,
  adapter: Adapter,
  baseModel: string,
  dropout: number,
): Promise<void> {
  const tensors = new Map<string, NamedTensor>();
  for (const [path, { a, b }] of adapter.matrices) {
    tensors.set(loraMatrixName(path, "A"), a);
    tensors.set(loraMatrixName(path, "B"), b);
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
  await writeFile(join(directory, adapterFiles.matrices), encodeSafetensors(tensors));
  await writeFile(join(directory, adapterFiles.config), `${JSON.stringify(settings, null, 2)}\n`);
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

import {
  type Adapter,
  adaptedModules,
  type LayerModule,
  type LlamaConfig,
  type NamedTensor,
  tensor,
} from "../../models/embedded/index.ts";
import type { LayerAdapter, LowRank } from "./adapted-maps.ts";

/** One trained matrix and where it is in the model. */
export interface TrainableMatrix extends NamedTensor {
  layer: number;
  module: LayerModule;
  matrix: keyof LowRank;
}

/** The matrices of an adapter in a fixed order; their data are the adapter's own. */
export function trainableMatrices(adapter: Adapter, config: LlamaConfig): TrainableMatrix[] {
  return [...adaptedModules(config, adapter.targetModules)].flatMap(({ layer, module, path }) => {
    const { a, b } = adapter.matrices.get(path) as { a: NamedTensor; b: NamedTensor };
    return [
      { ...a, layer, module, matrix: "a" as const },
      { ...b, layer, module, matrix: "b" as const },
    ];
  });
}

/** Copies the matrices to the backend, arranged by layer and module. */
export function uploadMatrices(matrices: readonly TrainableMatrix[], config: LlamaConfig): LayerAdapter[] {
  const layers: { [module in LayerModule]?: Partial<LowRank> }[] = Array.from(
    { length: config.layerCount },
    () => ({}),
  );
  for (const { layer, module, matrix, data, shape } of matrices) {
    const modules = layers[layer] as (typeof layers)[number];
    modules[module] = { ...modules[module], [matrix]: tensor.fromFloats(data, shape) };
  }
  return layers as LayerAdapter[];
}

/** Moves gradients from the backend, where they end, in the order of the matrices. */
export const readGradients = (
  gradients: readonly LayerAdapter[],
  matrices: readonly TrainableMatrix[],
): Float32Array[] =>
  matrices.map(({ layer, module, matrix }) => {
    const ofModule = (gradients[layer] as LayerAdapter)[module] as LowRank;
    return tensor.read(ofModule[matrix]) as Float32Array;
  });

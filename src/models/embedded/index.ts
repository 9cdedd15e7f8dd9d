/** The part that others use: the server. The trainer of the embedded model uses the rest. */

export type { NamedTensor } from "../safetensors/index.ts";
export {
  type Adapter,
  adaptedModules,
  readAdapter,
  writeAdapter,
} from "./adapter.ts";
export { attend, forbidden, projectKeyValues, projectQueries, rotaryAt } from "./attention.ts";
export { causalBias, type PaddedTokens, roundUp } from "./batch-layout.ts";
export { type LlamaConfig, readLlamaConfig } from "./config.ts";
export { finishLayer } from "./feed-forward.ts";
export { type FusedLayer, type FusedWeights, fuseWeights } from "./fused-weights.ts";
export { inverseNorm, type LayerMaps, mapsOf, normedLinear } from "./layer-maps.ts";
export { createEmbeddedServer, type EmbeddedServerOptions } from "./server.ts";
export { exponentialOfNonPositive } from "./smooth-functions.ts";
export * as tensor from "./tensor.ts";
export { failedAnswer, startThread, type Thread, type ThreadAnswer } from "./thread.ts";
export { readTokenizer, type Tokenizer } from "./tokenizer.ts";
export {
  digestOf,
  type LayerModule,
  layerModules,
  moduleShape,
  readModelWeights,
} from "./weights.ts";

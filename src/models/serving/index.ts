export { createCommandServer } from "./command-server.ts";
export { createInterfaceServer } from "./interface-server.ts";
export { type MergeWeights, mergedOnce } from "./merged-weights.ts";
export type { ServingSurroundings } from "./serving-surroundings.ts";
export { type AdapterServing, CommandTarget, OpenAiCompatibleTarget } from "./settings.ts";

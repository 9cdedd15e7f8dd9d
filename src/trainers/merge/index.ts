export { createMergeWeights } from "./merge-weights.ts";

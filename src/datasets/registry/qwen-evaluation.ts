import type { Source } from "./data-set.ts";

/** The evaluation data of Qwen2.5-Math, from which several benchmarks are taken as the papers used them. */
export const qwenEvaluation: Source = {
  host: "github",
  repository: "QwenLM/Qwen2.5-Math",
  revision: "a45202bd16f1ec06f433442dc1152d0074773465",
};

import type { ConfigInput } from "../schema.ts";
import type { Preset } from "./preset.ts";

/** Lengths of LEMMA's outputs (papers' section 2.5); the recipe has its other constants. */
const stages = {
  sample: { maxOutputTokens: 1_024 },
  evaluate: { maxOutputTokens: 1_024 },
} satisfies ConfigInput["stages"];

/** Seeds and those benchmarks of section 2.5 that are in the registry: all but DeepMind's Mathematics. */
const data = {
  seeds: [
    { dataset: "gsm8k", split: "train" },
    { dataset: "math", split: "train" },
  ],
  benchmarks: {
    gsm8k: { dataset: "gsm8k", split: "test" },
    math: { dataset: "math", split: "test" },
    asdiv: { dataset: "asdiv" },
    mawps: { dataset: "mawps" },
    svamp: { dataset: "svamp" },
    "college-math": { dataset: "college-math" },
  },
  outOfDomain: ["asdiv", "mawps", "svamp", "college-math"],
} satisfies ConfigInput["data"];

/**
 * How LEMMA trained (section 2.4): a full fine-tune on 8 GPUs, a batch of 4 × 8 × 8. Its template is not the prompt of its
 * evaluation.
 */
const trainer = {
  kind: "llama-factory",
  template: "default",
  devices: 8,
  microBatchSize: 4,
  deepspeed: "zero-2",
  extra: { flash_attn: "fa2" },
} satisfies ConfigInput["trainer"];

/** A base model, which continues the prompt of the paper's evaluation as it is. */
function target(name: string, model: string): Preset {
  return {
    description: `${model} as the target of LEMMA, with the data, prompt and sizes of its paper.`,
    config: {
      name,
      recipe: "lemma-paper",
      iterations: 1,
      // A whole model comes to no running server: docs/serving.md tells how it can be served and measured.
      until: "train",
      target: { kind: "openai-compatible", baseUrl: "http://localhost:8000/v1", model, prompt: "completion" },
      template: "step-by-step",
      grader: "qwen2.5-math",
      trainer,
      data,
      stages,
    },
  };
}

/** The targets of the paper (section 2.4). */
export const lemmaTargets = {
  "lemma-llama3-8b": target("lemma-llama3-8b", "meta-llama/Meta-Llama-3-8B"),
  "lemma-deepseekmath-7b": target("lemma-deepseekmath-7b", "deepseek-ai/deepseek-math-7b-base"),
  "lemma-mistral-7b": target("lemma-mistral-7b", "mistralai/Mistral-7B-v0.1"),
  "lemma-qwen2-math-7b": target("lemma-qwen2-math-7b", "Qwen/Qwen2-Math-7B"),
} as const;

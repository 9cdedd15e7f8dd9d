import type { ConfigInput } from "../schema.ts";
import type { Preset } from "./preset.ts";

/** Sizes of Self-Error-Instruct, by the papers' section where each is stated. */
const stages = {
  // 1.2
  attempt: { maxOutputTokens: 512 },
  // 1.1 and 1.5: 10,000 new problems an iteration, 20 a call, 8 examples in each.
  synthesize: {
    problems: 10_000,
    problemsPerCall: 20,
    seedsAtFirst: 8,
    seedsLater: 5,
    keptShown: 3,
    noveltyThreshold: 0.7,
  },
  // 1.1 and 1.6
  select: { devBad: 50, devGood: 50, keep: 0.05, maxOutputTokens: 512 },
  // 1.7
  train: {
    rank: 8,
    alpha: 32,
    dropout: 0.1,
    targetModules: ["q_proj", "k_proj", "v_proj", "o_proj"],
    learningRate: 2e-5,
    warmupRatio: 0.03,
    weightDecay: 0,
    epochs: 3,
    batchSize: 1,
    maxSequenceLength: 512,
    seed: 0,
  },
  // 1.8
  evaluate: { maxOutputTokens: 512 },
} satisfies ConfigInput["stages"];

type Part = { split: "train"; part: [number, number]; limit?: number };

/** Training problems without those that selection scores on, of which it needs 50 right and 50 wrong ones. */
const seeds: Part = { split: "train", part: [0, 0.9] };
const dev: Part = { split: "train", part: [0.9, 1], limit: 400 };

/** Seeds of section 1, benchmarks of 1.8. */
const data = {
  seeds: [
    { dataset: "gsm8k", ...seeds },
    { dataset: "math", ...seeds },
  ],
  dev: [
    { dataset: "gsm8k", ...dev },
    { dataset: "math", ...dev },
  ],
  benchmarks: {
    gsm8k: { dataset: "gsm8k", split: "test" },
    math: { dataset: "math", split: "test" },
    "tal-scq": { dataset: "tal-scq5k-en", split: "test" },
    "gaokao-bench-math": { dataset: "gaokao-bench-math-en" },
    "sat-math": { dataset: "sat-math" },
    "college-math": { dataset: "college-math" },
  },
  outOfDomain: ["tal-scq", "gaokao-bench-math", "sat-math", "college-math"],
} satisfies ConfigInput["data"];

/**
 * A target of the paper behind vLLM, which loads what `trl` trains; its chat template is put around the Alpaca prompt.
 */
function target(name: string, model: string): Preset {
  return {
    description: `${model} as the target of Self-Error-Instruct, with the data and sizes of its paper.`,
    config: {
      name,
      recipe: "sei-paper",
      iterations: 3,
      target: {
        kind: "openai-compatible",
        baseUrl: "http://localhost:8000/v1",
        model,
        prompt: "chat",
        adapters: { kind: "vllm" },
      },
      template: "alpaca",
      trainer: { kind: "trl", model },
      data,
      stages,
    },
  };
}

/** The targets of the paper; where its code and its text name different ones, the code's (section 1). */
export const seiTargets = {
  "llama3-8b": target("llama3-8b", "meta-llama/Meta-Llama-3-8B-Instruct"),
  "qwen2.5-math-7b": target("qwen2.5-math-7b", "Qwen/Qwen2.5-Math-7B"),
  "mathstral-7b": target("mathstral-7b", "mistralai/Mathstral-7B-v0.1"),
} as const;

/** The instructor of the paper. What it is shown, and how it is asked, is the protocol of the recipe. */
export const seiInstructors = {
  "gpt-4o": {
    description: "GPT-4o as the instructor, as in the papers.",
    config: { instructor: { kind: "llm", model: { kind: "openai", model: "gpt-4o" } } },
  },
} as const satisfies Record<string, Preset>;

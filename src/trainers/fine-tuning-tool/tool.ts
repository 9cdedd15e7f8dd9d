import type { TrainingExample } from "../../domain/training-example.ts";
import type { TrainedWeights } from "../../models/trained-weights.ts";
import type { PromptForm } from "../prompt-form.ts";
import type { TrainingSettings } from "../trainer.ts";
import type { BatchDivision } from "./batch-division.ts";
import type { StepCount } from "./logged-step.ts";
import type { ModelTokenizer } from "./model-tokenizer.ts";

/** What a tool is to do, with all that has to be known for it. */
export interface ToolPlan {
  model: string;
  prompt: PromptForm;
  /** Those that fit. */
  examples: readonly TrainingExample[];
  settings: TrainingSettings;
  startFrom: Extract<TrainedWeights, { directory: string }> | null;
  tokenizer: ModelTokenizer;
  division: BatchDivision;
  devices: number;
  count: StepCount;
  precision: "bf16" | "fp16" | "fp32";
  /** Whether `deepspeedFile` lies beside the tool's file. */
  hasDeepspeed: boolean;
}

/** A program that fine-tunes as a file of settings tells it, on Hugging Face's `Trainer`. */
export interface FineTuningTool {
  /** As its makers write it. */
  readonly name: string;
  /** What it puts around a prompt: nothing, the chat template of the model's tokenizer, or a template of its own. */
  readonly template: "none" | "tokenizer" | "own";
  readonly program: string;
  /** The files it reads, by name. They name each other by relative paths, so that their folder can be copied. */
  files(plan: ToolPlan): Readonly<Record<string, string>>;
  arguments(plan: ToolPlan): readonly string[];
  variables(plan: ToolPlan): Readonly<Record<string, string>>;
}

/** Where a tool leaves its checkpoints and its weights, in the folder of its files. */
export const outputFolder = "output";
export const deepspeedFile = "deepspeed.json";

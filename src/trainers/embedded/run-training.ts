import { basename } from "node:path";
import { ErrataError } from "../../foundation/errors.ts";
import { createRandom } from "../../foundation/random.ts";
import {
  type Adapter,
  fuseWeights,
  type LlamaConfig,
  readAdapter,
  readLlamaConfig,
  readModelWeights,
  readTokenizer,
  tensor,
  writeAdapter,
} from "../../models/embedded/index.ts";
import type { TrainingRequest, TrainingResult, TrainingStep } from "../trainer.ts";
import { initializeAdapter, type LoraSettings, parseTargetModules, requireSameSettings } from "./lora.ts";
import { normGains } from "./norm-gains.ts";
import { tokenizeExamples } from "./tokenize-examples.ts";
import { trainAdapter } from "./train-adapter.ts";

/** A training request without what cannot cross threads. */
export interface TrainingTask extends Omit<TrainingRequest, "onStep" | "signal"> {
  /** Of the base model. */
  directory: string;
}

/** Trains an adapter as asked and writes it. */
export async function runTraining(
  { directory, examples, settings, startFrom, outputDirectory }: TrainingTask,
  onStep: (step: TrainingStep) => void,
): Promise<TrainingResult> {
  await tensor.startBackend();
  const config = await readLlamaConfig(directory);
  const [{ tensors }, tokenizer] = await Promise.all([
    readModelWeights(directory, config),
    readTokenizer(directory),
  ]);
  const lora: LoraSettings = { ...settings, targetModules: parseTargetModules(settings.targetModules) };
  const adapter = startFrom
    ? await continuedAdapter(startFrom, lora, config)
    : initializeAdapter(config, lora, createRandom(`adapter ${settings.seed}`));
  const longest = Math.min(settings.maxSequenceLength, config.contextLength);
  const { kept, skipped } = tokenizeExamples(examples, tokenizer, config.endOfText, longest);
  if (kept.length === 0)
    throw new ErrataError(`None of the ${examples.length} training examples fits in ${longest} tokens.`, {
      advice: "Give shorter examples, or raise maxSequenceLength up to the model's context.",
    });

  const model = { weights: fuseWeights(tensors, config), gains: normGains(tensors, config) };
  const steps: TrainingStep[] = [];
  trainAdapter(adapter, model, config, kept, settings, (step) => {
    steps.push(step);
    onStep(step);
  });
  tensor.release(model);
  await writeAdapter(outputDirectory, adapter, basename(directory), settings.dropout);
  const completionTokens = kept.reduce((sum, { completion }) => sum + completion.length, 0);
  return { steps, trainedTokens: completionTokens * settings.epochs, skipped };
}

async function continuedAdapter(
  directory: string,
  settings: LoraSettings,
  config: LlamaConfig,
): Promise<Adapter> {
  const adapter = await readAdapter(directory, config);
  requireSameSettings(adapter, settings, directory);
  return adapter;
}

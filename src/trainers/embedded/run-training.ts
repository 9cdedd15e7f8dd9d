import { ErrataError } from "../../foundation/errors.ts";
import { createRandom } from "../../foundation/random.ts";
import {
  type Adapter,
  type LlamaConfig,
  readAdapter,
  type Tokenizer,
  writeAdapter,
} from "../../models/embedded/index.ts";
import type { TrainingRequest, TrainingResult, TrainingStep } from "../trainer.ts";
import { createHeldOutMeter } from "./held-out-loss.ts";
import { initializeAdapter, type LoraSettings, parseTargetModules, requireSameSettings } from "./lora.ts";
import type { PassResult, PassTask } from "./pass.ts";
import type { PassPool } from "./pass-pool.ts";
import { tokenizeExamples } from "./tokenize-examples.ts";
import { trainAdapter } from "./train-adapter.ts";

/** What trainings of a model share. */
export interface TrainingBase {
  /** As adapters name their base model. */
  name: string;
  config: LlamaConfig;
  tokenizer: Tokenizer;
  passes: PassPool;
}

/** Trains an adapter as asked and writes it. */
export async function runTraining(
  { examples, heldOut = [], settings, startFrom, outputDirectory, onStep, signal }: TrainingRequest,
  { name, config, tokenizer, passes }: TrainingBase,
): Promise<TrainingResult> {
  const lora: LoraSettings = { ...settings, targetModules: parseTargetModules(settings.targetModules) };
  const adapter = startFrom
    ? await continuedAdapter(startFrom, lora, config)
    : initializeAdapter(config, lora, createRandom(`adapter ${settings.seed}`));
  const longest = Math.min(settings.maxSequenceLength, config.contextLength);
  const tokenized = (some: typeof examples) => tokenizeExamples(some, tokenizer, config.endOfText, longest);
  const { kept, skipped } = tokenized(examples);
  if (kept.length === 0)
    throw new ErrataError(`None of the ${examples.length} training examples fits in ${longest} tokens.`, {
      advice: "Give shorter examples, or raise maxSequenceLength up to the model's context.",
    });

  const steps: TrainingStep[] = [];
  const computePass = (task: PassTask): Promise<PassResult> => passes.compute(task, signal);
  const heldOutMeter = createHeldOutMeter(adapter, config, tokenized(heldOut).kept, computePass);
  await heldOutMeter.measureAfter(0);
  await trainAdapter(adapter, config, kept, settings, computePass, async (step) => {
    steps.push(step);
    onStep?.(step);
    const endsEpoch = step.step % (step.steps / settings.epochs) === 0;
    if (endsEpoch) await heldOutMeter.measureAfter(step.step);
  });
  signal?.throwIfAborted();
  await writeAdapter(outputDirectory, adapter, name, settings.dropout);
  const completionTokens = kept.reduce((sum, { completion }) => sum + completion.length, 0);
  const trainedTokens = completionTokens * settings.epochs;
  const { losses } = heldOutMeter;
  return { steps, trainedTokens, skipped, ...(losses.length > 0 ? { heldOutLosses: losses } : {}) };
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

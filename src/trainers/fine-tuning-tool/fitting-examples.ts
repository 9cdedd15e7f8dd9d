import type { TrainingExample } from "../../domain/training-example.ts";
import { ErrataError } from "../../foundation/errors.ts";
import type { TrainingResult, TrainingSettings } from "../trainer.ts";
import type { ModelTokenizer } from "./model-tokenizer.ts";

/** Tokens that a template is taken to add, at most: it is not rendered here, and tools cut what is too long silently. */
const templateTokens = 48;

/** The examples that fit into the length of a training, and those that do not. */
export interface FittingExamples {
  kept: readonly TrainingExample[];
  skipped: TrainingResult["skipped"];
  /** Completion tokens of one epoch, the end of each text included. */
  completionTokens: number;
}

/**
 * Leaves out what a tool would cut silently.
 *
 * @throws an `ErrataError` where no example fits
 */
export function fittingExamples(
  examples: readonly TrainingExample[],
  { maxSequenceLength }: Pick<TrainingSettings, "maxSequenceLength">,
  tokenizer: ModelTokenizer,
  hasTemplate: boolean,
): FittingExamples {
  const around = hasTemplate
    ? templateTokens
    : tokenizer.count(tokenizer.beginning) + tokenizer.count(tokenizer.end);
  const kept: TrainingExample[] = [];
  const skipped: TrainingResult["skipped"] = [];
  let completionTokens = 0;
  for (const example of examples) {
    const completion = tokenizer.count(example.completion);
    const length = tokenizer.count(example.prompt) + completion + around;
    if (length > maxSequenceLength) {
      const reason = `longer than ${maxSequenceLength} tokens`;
      skipped.push({ exampleId: example.id, reason });
    } else {
      kept.push(example);
      completionTokens += completion + 1;
    }
  }
  if (kept.length === 0) {
    throw new ErrataError(
      `None of the ${examples.length} training examples fits in ${maxSequenceLength} tokens.`,
      { advice: "Raise `stages.train.maxSequenceLength`, up to the model's context." },
    );
  }
  return { kept, skipped, completionTokens };
}

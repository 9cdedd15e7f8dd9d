import type { TrainingExample } from "../../domain/training-example.ts";
import type { Tokenizer } from "../../models/embedded/index.ts";
import type { TrainingResult } from "../trainer.ts";
import type { TokenExample } from "./training-batch.ts";

/** Prompt and completion are tokenised apart, as at generation; the completion ends with the end of text. */
export function tokenizeExamples(
  examples: readonly TrainingExample[],
  tokenizer: Tokenizer,
  endOfText: number,
  longest: number,
): { kept: TokenExample[]; skipped: TrainingResult["skipped"] } {
  const kept: TokenExample[] = [];
  const skipped: TrainingResult["skipped"] = [];
  for (const example of examples) {
    const prompt = tokenizer.encode(example.prompt);
    const completion = [...tokenizer.encode(example.completion), endOfText];
    const length = prompt.length + completion.length;
    if (length <= longest) kept.push({ prompt, completion });
    else
      skipped.push({
        exampleId: example.id,
        reason: `${length} tokens; at most ${longest} can be trained on`,
      });
  }
  return { kept, skipped };
}

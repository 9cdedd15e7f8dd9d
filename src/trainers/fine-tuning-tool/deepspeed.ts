import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { ErrataError } from "../../foundation/errors.ts";

const stages: Readonly<Record<string, number>> = { "zero-2": 2, "zero-3": 3 };

/** The text of a DeepSpeed configuration: of one of the usual stages of ZeRO, or of the user's file. */
export function deepspeedText(setting: string, folder: string): string {
  const stage = stages[setting];
  if (stage !== undefined) return `${JSON.stringify(zero(stage), null, 2)}\n`;
  const file = resolve(folder, setting);
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new ErrataError(`There is no DeepSpeed configuration ${file}.`, {
      advice: "Give `zero-2`, `zero-3`, or the path of a file.",
      cause,
    });
  }
}

/** What is `auto` is taken from the settings of the training. */
function zero(stage: number): object {
  return {
    train_batch_size: "auto",
    train_micro_batch_size_per_gpu: "auto",
    gradient_accumulation_steps: "auto",
    gradient_clipping: "auto",
    bf16: { enabled: "auto" },
    fp16: { enabled: "auto" },
    zero_allow_untested_optimizer: true,
    zero_optimization: {
      stage,
      overlap_comm: true,
      contiguous_gradients: true,
      // Without it, each device would save the part of the weights that it holds.
      ...(stage === 3 ? { stage3_gather_16bit_weights_on_model_save: true } : {}),
    },
  };
}

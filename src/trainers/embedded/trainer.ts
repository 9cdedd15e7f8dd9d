import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { digestOf, startThread } from "../../models/embedded/index.ts";
import type { Trainer, TrainingRequest, TrainingResult, TrainingStep } from "../trainer.ts";
import type { TrainingTask } from "./run-training.ts";

/** Raised when the same request would give another adapter than before. */
const version = 1;

export interface EmbeddedTrainerOptions {
  /** Holds the base model: `config.json`, `model.safetensors` and `tokenizer.json`. */
  directory: string;
}

/**
 * Trains LoRA adapters for a small Llama model inside this process, each training on a thread of its own.
 *
 * The same request gives the same adapter, byte for byte, on machines whose processors multiply and add alike.
 *
 * @example
 * const trainer = createEmbeddedTrainer({ directory: "pupil/weights" });
 * const { steps } = await trainer.train({ examples, settings, startFrom: null, outputDirectory: "adapters/1" });
 */
export function createEmbeddedTrainer({ directory }: EmbeddedTrainerOptions): Trainer {
  let id: string | null = null;
  return {
    get id() {
      id ??= `embedded@${version} ${basename(directory)}@${digestOf(readFileSync(join(directory, "model.safetensors")))}`;
      return id;
    },
    async train({ onStep, signal, ...request }: TrainingRequest) {
      signal?.throwIfAborted();
      const task: TrainingTask = { ...request, directory };
      const file = new URL("./training-worker", import.meta.url);
      const thread = startThread<TrainingTask, TrainingResult, TrainingStep>(file, null, onStep);
      try {
        return await Promise.race([thread.ask(task), rejectionOf(signal)]);
      } finally {
        await thread.close();
      }
    },
  };
}

/** Never fulfilled; rejected when the signal is given. */
const rejectionOf = (signal: AbortSignal | undefined): Promise<never> =>
  new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
  });

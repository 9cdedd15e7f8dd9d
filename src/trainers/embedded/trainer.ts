import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, join } from "node:path";
import { limitInFlight } from "../../foundation/limit-in-flight.ts";
import { digestOf, startThread } from "../../models/embedded/index.ts";
import type { Trainer, TrainingResult, TrainingStep } from "../trainer.ts";
import type { TrainingTask } from "./run-training.ts";

/** Raised when the same request would give another adapter than before. */
const version = 1;

export interface EmbeddedTrainerOptions {
  /** Holds the base model: `config.json`, `model.safetensors` and `tokenizer.json`. */
  directory: string;
  /** Trainings at a time, each on a thread; one per core unless given. Others wait. */
  threads?: number;
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
export function createEmbeddedTrainer({
  directory,
  threads = availableParallelism(),
}: EmbeddedTrainerOptions): Trainer {
  const inTurn = limitInFlight(threads);
  let id: string | null = null;
  return {
    get id() {
      id ??= `embedded@${version} ${basename(directory)}@${digestOf(readFileSync(join(directory, "model.safetensors")))}`;
      return id;
    },
    train: ({ onStep, signal, ...request }) =>
      inTurn(async () => {
        signal?.throwIfAborted();
        const file = new URL("./training-worker", import.meta.url);
        const thread = startThread<TrainingTask, TrainingResult, TrainingStep>(file, null, onStep);
        const aborted = rejectionOf(signal);
        try {
          return await Promise.race([thread.ask({ ...request, directory }), aborted.promise]);
        } finally {
          aborted.forget();
          await thread.close();
        }
      }),
  };
}

/** A promise that is rejected when the signal is given. */
function rejectionOf(signal: AbortSignal | undefined): { promise: Promise<never>; forget: () => void } {
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = (): void => reject(signal?.reason);
  signal?.addEventListener("abort", abort);
  return { promise, forget: () => signal?.removeEventListener("abort", abort) };
}

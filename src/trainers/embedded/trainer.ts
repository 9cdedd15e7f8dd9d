import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, join } from "node:path";
import { ErrataError } from "../../foundation/errors.ts";
import { digestOf, readLlamaConfig, readModelWeights, readTokenizer } from "../../models/embedded/index.ts";
import type { Trainer } from "../trainer.ts";
import { computeInfluences } from "./influences.ts";
import { createPassPool } from "./pass-pool.ts";
import { runTraining, type TrainingBase } from "./run-training.ts";
import { shareWhileUsed } from "./share-while-used.ts";

/** Raised when the same request would give another adapter than before. */
const version = 2;

export interface EmbeddedTrainerOptions {
  /** Holds the base model: `config.json`, `model.safetensors` and `tokenizer.json`. */
  directory: string;
  /** Most threads at work; one per core unless given. */
  threads?: number;
}

/**
 * Trains LoRA adapters for a small Llama model inside this process, on threads that all its trainings share.
 *
 * The same request gives the same adapter, byte for byte, on any number of threads and whatever else is trained, on
 * machines whose processors multiply and add alike.
 *
 * @example
 * const trainer = createEmbeddedTrainer({ directory: "pupil/weights" });
 * const { steps } = await trainer.train({ examples, settings, startFrom: null, outputDirectory: "adapters/1" });
 */
export function createEmbeddedTrainer({
  directory,
  threads = availableParallelism(),
}: EmbeddedTrainerOptions): Trainer {
  const withBase = shareWhileUsed(
    () => openBase(directory, threads),
    ({ passes }) => passes.close(),
  );
  let id: string | null = null;
  return {
    get id() {
      id ??= `embedded@${version} ${basename(directory)}@${digestOf(readFileSync(join(directory, "model.safetensors")))}`;
      return id;
    },
    train: async (request) => {
      if (request.settings.method === "full") {
        throw new ErrataError("The embedded trainer makes LoRA adapters only, and `method` is `full`.", {
          advice: "Leave `stages.train.method` out, or choose another trainer.",
        });
      }
      request.signal?.throwIfAborted();
      return withBase((base) => runTraining(request, base));
    },
    influences: async (request) => {
      request.signal?.throwIfAborted();
      return withBase((base) => computeInfluences(request, base));
    },
  };
}

async function openBase(directory: string, threads: number): Promise<TrainingBase> {
  const config = await readLlamaConfig(directory);
  const { tensors } = await readModelWeights(directory, config);
  const tokenizer = await readTokenizer(directory);
  const passes = createPassPool({ config, tensors }, threads);
  return { name: basename(directory), config, tokenizer, passes };
}

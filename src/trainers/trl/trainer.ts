import { ErrataError } from "../../foundation/errors.ts";
import type { PromptForm } from "../prompt-form.ts";
import { providePythonEnvironment } from "../python/index.ts";
import type { InfluenceRequest, Trainer, TrainingRequest } from "../trainer.ts";
import { type BaseModel, identityOf } from "./base-model.ts";
import { computeInfluences } from "./influences.ts";
import type { TrlTrainerSettings } from "./settings.ts";
import { train } from "./train.ts";
import type { TrainedModel } from "./write-request.ts";

/** Raised when the same request would give other weights than before. */
const version = 1;

export interface TrlTrainerOptions {
  /** Paths in them are absolute. */
  settings: Omit<TrlTrainerSettings, "kind" | "model" | "revision">;
  base: BaseModel;
  /** How the target is prompted. */
  prompt: PromptForm;
  /** Where no interpreter is named. */
  provideEnvironment?: typeof providePythonEnvironment;
}

/**
 * Trains LoRA adapters or whole models with Hugging Face's `trl` and `peft`, in a process of its own that ends with this
 * one. A training that was killed goes on from its last checkpoint; influences that were told are not computed again.
 *
 * The same request gives the same weights on the same hardware, as far as PyTorch's operations are deterministic there.
 *
 * @example
 * const base = baseModelAt("HuggingFaceTB/SmolLM2-135M-Instruct", undefined, ".");
 * const settings = TrlTrainerSettings.parse({ kind: "trl" });
 * const trainer = createTrlTrainer({ settings, base, prompt: "chat" });
 */
export function createTrlTrainer({
  settings,
  base,
  prompt,
  provideEnvironment = providePythonEnvironment,
}: TrlTrainerOptions): Trainer {
  const { precision, quantization } = settings;
  const model: TrainedModel = { base, prompt, options: settings };
  const interpreterFor = async ({ onStatus, signal }: TrainingRequest | InfluenceRequest) => {
    signal?.throwIfAborted();
    return settings.python ?? (await provideEnvironment({ onStatus, signal }));
  };
  let identity: string | null = null;
  return {
    get id() {
      identity ??= identityOf(base);
      return `trl@${version} ${identity} ${prompt} ${precision} ${quantization}`;
    },
    async train(request) {
      if (settings.quantization !== "none" && request.settings.method === "full") throw wholeInFourBits();
      const python = await interpreterFor(request);
      return train(request, model, [python, ...launcher(settings.accelerate)]);
    },
    /** By one process on one device, whatever `accelerate` says. */
    influences: async (request) => computeInfluences(request, model, [await interpreterFor(request)]),
  };
}

const launcher = (accelerate: string | undefined) =>
  accelerate === undefined ? [] : ["-m", "accelerate.commands.launch", "--config_file", accelerate];

function wholeInFourBits(): ErrataError {
  return new ErrataError("A base of four bits a weight can carry an adapter, and cannot itself be trained.", {
    advice: "Leave `trainer.quantization` out, or set `stages.train.method` to lora.",
  });
}

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ErrataError } from "../../foundation/errors.ts";
import { runProcess } from "../process/index.ts";
import type { PromptForm } from "../prompt-form.ts";
import { providePythonEnvironment } from "../python/index.ts";
import type { Trainer, TrainingRequest, TrainingResult, TrainingStep } from "../trainer.ts";
import { type BaseModel, identityOf } from "./base-model.ts";
import { explainFailure } from "./explain-failure.ts";
import { readRecord, type TrainingRecord } from "./records.ts";
import type { TrlTrainerSettings } from "./settings.ts";
import { writeRequest } from "./write-request.ts";

/** Raised when the same request would give other weights than before. */
const version = 1;

const program = fileURLToPath(new URL("./program/train.py", import.meta.url));

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
 * one. A training that was killed goes on from its last checkpoint.
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
  let identity: string | null = null;
  return {
    get id() {
      identity ??= identityOf(base);
      return `trl@${version} ${identity} ${prompt} ${precision} ${quantization}`;
    },
    async train(request) {
      const { onStatus, signal, workDirectory } = request;
      signal?.throwIfAborted();
      if (settings.quantization !== "none" && request.settings.method === "full") throw wholeInFourBits();
      const python = settings.python ?? (await provideEnvironment({ onStatus, signal }));
      const requestFile = writeRequest(request, base, prompt, settings);
      const told = listenTo(request);
      try {
        await runProcess({
          name: "The training with trl",
          command: [python, ...launcher(settings.accelerate), program, requestFile],
          directory: workDirectory,
          variables,
          holdsInput: true,
          logFile: join(workDirectory, "log.txt"),
          onLine: told.readLine,
          adviceWhenMissing: "Correct `trainer.python`, or leave it out.",
          signal,
        });
      } catch (error) {
        signal?.throwIfAborted();
        throw explainFailure(error, told.failure(), python);
      }
      return told.result();
    },
  };
}

const variables = {
  ERRATA_LIFELINE: "stdin",
  PYTHONUNBUFFERED: "1",
  TOKENIZERS_PARALLELISM: "false",
  // Asked for by PyTorch's deterministic mode on CUDA.
  CUBLAS_WORKSPACE_CONFIG: ":4096:8",
};

const launcher = (accelerate: string | undefined) =>
  accelerate === undefined ? [] : ["-m", "accelerate.commands.launch", "--config_file", accelerate];

function wholeInFourBits(): ErrataError {
  return new ErrataError("A base of four bits a weight can carry an adapter, and cannot itself be trained.", {
    advice: "Leave `trainer.quantization` out, or set `stages.train.method` to lora.",
  });
}

/** Follows what the program tells of one training. */
function listenTo({ onStep, onStatus }: TrainingRequest) {
  const steps = new Map<number, TrainingStep>();
  let failure: (TrainingRecord & { kind: "failure" }) | null = null;
  let done: Omit<TrainingResult, "steps"> | null = null;
  return {
    readLine(line: string): void {
      const record = readRecord(line);
      if (!record) return;
      const { kind, ...told } = record;
      if (record.kind === "status") onStatus?.(record.text);
      if (record.kind === "failure") failure = record;
      if (record.kind === "done") done = { trainedTokens: record.trainedTokens, skipped: record.skipped };
      if (record.kind === "step") {
        steps.set(record.step, told as TrainingStep);
        onStep?.(told as TrainingStep);
      }
    },
    failure: () => failure,
    result(): TrainingResult {
      if (done) return { steps: [...steps.values()], ...done };
      throw new ErrataError("The training with trl ended without saying that it is done.", {
        advice: "Run the same command again: it goes on from its last checkpoint.",
      });
    },
  };
}

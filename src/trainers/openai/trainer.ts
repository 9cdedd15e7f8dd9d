import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TrainingExample } from "../../domain/training-example.ts";
import { contentKey, type Json } from "../../foundation/content-key.ts";
import { ErrataError } from "../../foundation/errors.ts";
import { type Admissions, type Clock, createAdmissions, systemClock } from "../../models/admission/index.ts";
import type { Variables } from "../../models/ai-sdk/index.ts";
import { hostedModelFile, readTrainedWeights } from "../../models/trained-weights.ts";
import type { Trainer, TrainingRequest } from "../trainer.ts";
import { turnsOf } from "../turns.ts";
import { failureOfJob } from "./end-of-job.ts";
import { followJob } from "./follow-job.ts";
import { createFineTuningProvider, type FineTuningProvider } from "./provider.ts";
import { forgetRecord, readRecord, writeRecord } from "./record.ts";
import { createAttempts } from "./requests.ts";
import type { OpenAiTrainerSettings } from "./settings.ts";

export interface OpenAiTrainerOptions {
  settings: Omit<OpenAiTrainerSettings, "kind"> & { model: string };
  /** Of the run, so that all calls to one account are admitted together. */
  admissions?: Admissions;
  variables?: Variables;
  clock?: Pick<Clock, "after">;
}

/** Raised when the same request would give another model than before. */
const version = 1;
const openAi = "https://api.openai.com/v1";

/**
 * Has a provider fine-tune one of its models, by OpenAI's interface.
 *
 * A job is begun once, whenever this process dies: it goes on at the provider, and the next try finds it. Every example
 * is a turn of the user and one of the assistant, on which alone the loss is taken. Rank, batch and learning rate of the
 * request are the provider's business; its epochs and its seed are kept to.
 *
 * @example
 * const settings = OpenAiTrainerSettings.parse({ kind: "openai", model: "gpt-4o-mini-2024-07-18" });
 * const trainer = createOpenAiTrainer({ settings });
 */
export function createOpenAiTrainer(options: OpenAiTrainerOptions): Trainer {
  const { settings, admissions = createAdmissions(), variables = process.env, clock = systemClock } = options;
  const {
    model,
    baseUrl = openAi,
    apiKeyVariable,
    suffix,
    batchSize,
    learningRateMultiplier,
    extra,
  } = settings;
  const name = baseUrl === openAi ? "OpenAI" : baseUrl;
  const attempts = createAttempts({ name, baseUrl, apiKeyVariable, variables }, admissions);
  const provider = createFineTuningProvider(attempts);
  const own = { suffix: suffix ?? null, batchSize, learningRateMultiplier, extra };
  const id = `openai@${version} ${baseUrl} ${model}#${contentKey(own as Json).slice(0, 12)}`;

  return {
    id,
    async train(request) {
      const { examples, signal, onStep = () => {}, onStatus = () => {} } = request;
      signal?.throwIfAborted();
      const base = request.startFrom === null ? model : hostedModelAt(request.startFrom, name);
      const { epochs, seed } = request.settings;
      const fields = {
        model: base,
        method: supervised({
          n_epochs: epochs,
          batch_size: batchSize,
          learning_rate_multiplier: learningRateMultiplier,
        }),
        seed,
        ...(suffix === undefined ? {} : { suffix }),
        ...extra,
      };
      const key = contentKey(
        id,
        fields as Json,
        examples.map(({ prompt, completion }) => [prompt, completion]),
      );
      const record = join(request.workDirectory, "openai", "job.json");
      const jobId = await beginJob({ provider, request, key, fields, record });
      const { job, steps } = await followJob(jobId, {
        provider,
        epochs,
        onStep,
        onStatus: (status) =>
          onStatus(
            `job ${jobId} at ${name}: ${status}; it goes on there if this program ends, and is found again`,
          ),
        clock,
        signal,
      });
      if (job.status !== "succeeded" || !job.fine_tuned_model) {
        forgetRecord(record);
        throw failureOfJob(job, name, examples);
      }
      const file = join(request.outputDirectory, hostedModelFile);
      writeFileSync(file, `${JSON.stringify({ model: job.fine_tuned_model })}\n`);
      return { steps, trainedTokens: job.trained_tokens ?? 0, skipped: [] };
    },
  };
}

const supervised = (hyperparameters: object) => ({ type: "supervised", supervised: { hyperparameters } });

function hostedModelAt(directory: string, provider: string): string {
  const weights = readTrainedWeights(directory);
  if (weights.kind === "hosted") return weights.model;
  throw new ErrataError(`${provider} cannot continue the weights in ${directory}.`, {
    advice: "Train from scratch (`stages.train.mode`), or with the trainer that made them.",
  });
}

interface Beginning {
  provider: FineTuningProvider;
  request: TrainingRequest;
  key: string;
  fields: Readonly<Record<string, unknown>>;
  /** Where it is noted how far this came. */
  record: string;
}

/** Gives the id of the job of a training, which is begun only where no earlier try did so. */
async function beginJob({ provider, request, key, fields, record }: Beginning): Promise<string> {
  const { examples, signal, onStatus } = request;
  const known = readRecord(record);
  if (known?.jobId) return known.jobId;
  let fileId = known?.fileId ?? null;
  if (fileId === null) {
    onStatus?.(`uploading ${examples.length} training examples`);
    writeRecord(record, { fileId: null, jobId: null });
    const file = { name: `errata-${key}.jsonl`, text: linesOf(examples) };
    fileId = await provider.upload(file, known !== null, signal);
    writeRecord(record, { fileId, jobId: null });
  }
  const job = await provider.begin({ key, body: { ...fields, training_file: fileId } }, signal);
  writeRecord(record, { fileId, jobId: job.id });
  return job.id;
}

const linesOf = (examples: readonly TrainingExample[]) =>
  examples.map((example) => `${JSON.stringify({ messages: turnsOf(example) })}\n`).join("");

import { resolve } from "node:path";
import { z } from "zod";
import { readRows } from "../datasets/files/index.ts";
import type { RunServices } from "../engine/execute-run.ts";
import type { Instructor } from "../instructors/instructor.ts";
import { createLlmInstructor } from "../instructors/llm/index.ts";
import { createSymbolicInstructor } from "../instructors/symbolic/index.ts";
import { createAdmissions } from "../models/admission/index.ts";
import {
  type AiSdkModelOptions,
  type AiSdkSettings,
  createAiSdkModel,
  createAiSdkServer,
} from "../models/ai-sdk/index.ts";
import { createEmbeddedServer } from "../models/embedded/index.ts";
import type { ModelServer } from "../models/model-server.ts";
import { openBatchJournal } from "../models/openai-batch/index.ts";
import { createReplayServer } from "../models/replay/index.ts";
import { createTrainer } from "./create-trainer.ts";
import { gradersOf } from "./graders-of.ts";
import { embeddedDirectory } from "./pupil-directory.ts";
import type { Config } from "./schema.ts";
import { templateOf } from "./template-of.ts";

const SavedRow = z.object({ problemId: z.string(), text: z.string() });

/**
 * Makes the adapters that a configuration names. Relative paths start from `folder`.
 *
 * Batches are noted in `batchesDirectory`; without it, models that may be asked in batches are asked call by call.
 */
export function createServices(config: Config, folder: string, batchesDirectory?: string): RunServices {
  const optionsFor = modelOptions(batchesDirectory);
  return {
    server: createServer(config.target, folder, optionsFor),
    template: templateOf(config),
    instructor: createInstructor(config, folder, optionsFor),
    ...gradersOf(config),
    trainer: createTrainer(config, folder),
  };
}

/** So long is waited for answers that are under way when a person presses Ctrl-C: they are paid for. */
const graceMilliseconds = 30_000;

type OptionsFor = (settings: AiSdkSettings) => AiSdkModelOptions;

/** What the models of a run share. */
function modelOptions(batchesDirectory: string | undefined): OptionsFor {
  const admissions = createAdmissions({ graceMilliseconds });
  if (batchesDirectory === undefined) {
    return (settings) => ({
      settings: "batch" in settings ? { ...settings, batch: undefined } : settings,
      admissions,
    });
  }
  const batching = { journal: openBatchJournal(batchesDirectory) };
  return (settings) => ({ settings, admissions, batching });
}

function createServer(target: Config["target"], folder: string, optionsFor: OptionsFor): ModelServer {
  if (target.kind === "embedded") {
    const directory = embeddedDirectory(target, folder);
    return createEmbeddedServer({ directory, ...(target.threads ? { threads: target.threads } : {}) });
  }
  if (target.kind !== "replay") return createAiSdkServer(optionsFor(target));
  const file = resolve(folder, target.file);
  return createReplayServer(
    target.file,
    readRows(file, SavedRow, { problemId: "id", text: "generation", ...target.fields }),
  );
}

function createInstructor(
  { instructor, recipe }: Config,
  folder: string,
  optionsFor: OptionsFor,
): Instructor {
  if (instructor.kind === "symbolic") return createSymbolicInstructor();
  const { model, protocol = recipe, prompts, maxOutputTokens } = instructor;
  return createLlmInstructor({
    model: createAiSdkModel(optionsFor(model)),
    protocol,
    promptsDirectory: prompts === undefined ? undefined : resolve(folder, prompts),
    maxOutputTokens,
  });
}

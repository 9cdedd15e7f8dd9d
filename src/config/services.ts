import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { z } from "zod";
import { readRows } from "../datasets/files/index.ts";
import type { RunServices } from "../engine/execute-run.ts";
import type { RunFolder } from "../engine/run-folder.ts";
import { cacheFolder } from "../foundation/cache-folder.ts";
import type { Instructor } from "../instructors/instructor.ts";
import { createLlmInstructor } from "../instructors/llm/index.ts";
import { createSymbolicInstructor } from "../instructors/symbolic/index.ts";
import { createAdmissions, systemClock } from "../models/admission/index.ts";
import {
  type AiSdkModelOptions,
  type AiSdkSettings,
  createAiSdkModel,
  createAiSdkServer,
} from "../models/ai-sdk/index.ts";
import { createEmbeddedServer } from "../models/embedded/index.ts";
import { createLlamaCppModel, createLlamaCppServer } from "../models/llama-cpp/index.ts";
import type { ModelServer } from "../models/model-server.ts";
import { openBatchJournal } from "../models/openai-batch/index.ts";
import { createReplayServer } from "../models/replay/index.ts";
import { type AdapterServing, createCommandServer, createInterfaceServer } from "../models/serving/index.ts";
import { createMergeWeights } from "../trainers/merge/index.ts";
import { createTrainer } from "./create-trainer.ts";
import { gradersOf } from "./graders-of.ts";
import { correctingProtocolOf, protocolsOf } from "./protocols-of.ts";
import { embeddedDirectory } from "./pupil-directory.ts";
import type { Config } from "./schema.ts";
import { templateOf } from "./template-of.ts";

const SavedRow = z.object({ problemId: z.string(), text: z.string() });

/** Where services keep what they need again: folders of a run. */
export type ServiceFolders = Pick<RunFolder, "batchesDirectory" | "servingDirectory">;

/**
 * Makes the adapters that a configuration names. Relative paths start from `folder`.
 *
 * Batches are noted in the run's folder; without it, models that may be asked in batches are asked call by call.
 */
export function createServices(config: Config, folder: string, runFolder?: ServiceFolders): RunServices {
  const optionsFor = modelOptions(runFolder?.batchesDirectory);
  return {
    server: createServer(config, folder, optionsFor, runFolder?.servingDirectory),
    template: templateOf(config),
    instructor: createInstructor(config, folder, optionsFor),
    ...gradersOf(config),
    trainer: createTrainer(config, folder),
    trainsAlone: sharesDevice(config),
  };
}

/** Whether the target runs where it is trained: a training fills the processor or GPU, unless it is the embedded one. */
function sharesDevice({ target, trainer }: Config): boolean {
  const isTargetHere = ["embedded", "llama-cpp", "command"].includes(target.kind);
  return isTargetHere && !["embedded", "openai"].includes(trainer.kind);
}

/** So long is waited for answers that are under way when a person presses Ctrl-C: they are paid for. */
const graceMilliseconds = 30_000;

type OptionsFor = <Settings extends AiSdkSettings>(
  settings: Settings,
) => AiSdkModelOptions & { settings: Settings };

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

function createServer(
  { target, trainer }: Config,
  folder: string,
  optionsFor: OptionsFor,
  servingDirectory = join(tmpdir(), "errata-serving"),
): ModelServer {
  if (target.kind === "embedded") {
    const directory = embeddedDirectory(target, folder);
    return createEmbeddedServer({ directory, ...(target.threads ? { threads: target.threads } : {}) });
  }
  if (target.kind === "llama-cpp") {
    return createLlamaCppServer({ settings: target, ...surroundingsOfLlamaCpp(folder) });
  }
  const surroundings = {
    folder: servingDirectory,
    workingFolder: folder,
    clock: systemClock,
    variables: process.env,
    mergeWeights: createMergeWeights(pythonOf(trainer, folder)),
  };
  if (target.kind === "command") {
    return createCommandServer(target, {
      ...surroundings,
      admissions: createAdmissions(),
    });
  }
  if (target.kind !== "replay") {
    const { settings, ...options } = optionsFor(target);
    return settings.kind === "openai-compatible" && settings.adapters
      ? createInterfaceServer(
          { ...settings, adapters: adaptersAt(settings.adapters, folder) },
          { ...options, ...surroundings },
        )
      : createAiSdkServer({ settings, ...options });
  }
  const file = resolve(folder, target.file);
  return createReplayServer(
    target.file,
    readRows(file, SavedRow, { problemId: "id", text: "generation", ...target.fields }),
  );
}

/** The interpreter that a trainer names; a name without a folder is looked for on the path. */
function pythonOf(trainer: Config["trainer"], folder: string): string | undefined {
  const python = "python" in trainer ? trainer.python : undefined;
  return python?.includes("/") ? resolve(folder, python) : python;
}

/** The beginning of paths here that a server has another name for, seen from anywhere. */
function adaptersAt(adapters: AdapterServing, folder: string): AdapterServing {
  if (adapters.kind === "command" || !adapters.path) return adapters;
  return { ...adapters, path: { ...adapters.path, from: resolve(folder, adapters.path.from) } };
}

function createInstructor(
  { instructor, recipe, seed }: Config,
  folder: string,
  optionsFor: OptionsFor,
): Instructor {
  if (instructor.kind === "symbolic") {
    const { wrongDiagnoses: rate = 0 } = instructor;
    return createSymbolicInstructor({ rate, seed });
  }
  const { model, protocol = protocolsOf(recipe)[0], prompts, maxOutputTokens } = instructor;
  return createLlmInstructor({
    model:
      model.kind === "llama-cpp"
        ? createLlamaCppModel({ settings: model, ...surroundingsOfLlamaCpp(folder) })
        : createAiSdkModel(optionsFor(model)),
    protocol,
    correctingProtocol: correctingProtocolOf(recipe),
    promptsDirectory: prompts === undefined ? undefined : resolve(folder, prompts),
    maxOutputTokens,
  });
}

const surroundingsOfLlamaCpp = (folder: string) => ({
  folder,
  cacheFolder: cacheFolder(process.env),
  tell: (message: string) => void process.stderr.write(`${message}\n`),
});

import { join, resolve } from "node:path";
import { contentKey, type Json } from "../../foundation/content-key.ts";
import { ErrataError } from "../../foundation/errors.ts";
import type { Clock } from "../../models/admission/index.ts";
import { readTrainedWeights } from "../../models/trained-weights.ts";
import { runProcess } from "../process/index.ts";
import type { PromptForm } from "../prompt-form.ts";
import type { Trainer, TrainingRequest } from "../trainer.ts";
import { divideBatch } from "./batch-division.ts";
import { collectWeights } from "./collect-weights.ts";
import { deepspeedText } from "./deepspeed.ts";
import { fittingExamples } from "./fitting-examples.ts";
import { countSteps, readLoggedStep } from "./logged-step.ts";
import { readModelTokenizer } from "./model-tokenizer.ts";
import type { ToolSettings } from "./settings.ts";
import type { Variables } from "./tokenizer-files.ts";
import { deepspeedFile, type FineTuningTool, type ToolPlan } from "./tool.ts";
import { readTrainerState, removeTornCheckpoints } from "./trainer-state.ts";
import { type TrainingFolder, trainingFolder, writeTrainingFolder } from "./training-folder.ts";

/** What a trainer that drives a tool is made from. */
export interface ToolTrainerOptions<Settings> {
  settings: Settings & { model: string };
  /** How the target is prompted. */
  prompt: PromptForm;
  /** Relative paths of the settings start here. */
  folder: string;
  variables?: Variables;
  clock?: Pick<Clock, "after">;
}

/** Whatever changes the weights; how many devices make them does not. */
interface Identity {
  kind: string;
  version: number;
  /** Settings of this tool alone. */
  own: Json;
}

/**
 * A trainer that writes a tool's files, runs it and collects what it made.
 *
 * Where the tool is not installed, the files stay, with a script: once a person has run it, the same training finds the
 * result. Checkpoints stay too, and the tool goes on from the last of them.
 */
export function createToolTrainer(
  tool: FineTuningTool,
  { kind, version, own }: Identity,
  options: ToolTrainerOptions<ToolSettings>,
): Trainer {
  const { settings, prompt, folder } = options;
  const { model, precision, extra } = settings;
  return {
    id: `${kind}@${version} ${model}#${contentKey(prompt, precision, own, extra as Json).slice(0, 12)}`,
    async train(request) {
      request.signal?.throwIfAborted();
      const { plan, skipped, completionTokens } = await planTraining(tool, request, options);
      const place = trainingFolder(resolve(request.workDirectory, kind));
      const [program = tool.program, ...rest] = settings.command ?? [];
      const command = [programAt(folder, program), ...rest, ...tool.arguments(plan)];
      // Python would keep its lines back until there are many.
      const variables = { PYTHONUNBUFFERED: "1", ...tool.variables(plan) };
      const deepspeed = settings.deepspeed && { [deepspeedFile]: deepspeedText(settings.deepspeed, folder) };
      writeTrainingFolder(place, { ...tool.files(plan), ...deepspeed }, command, variables);
      if (!place.isFinished()) {
        await runTool(tool, plan, place, { command, variables, request, clock: options.clock });
        place.setFinished();
      }
      collectWeights(place.output, request.outputDirectory);
      readTrainedWeights(request.outputDirectory);
      const trainedTokens = completionTokens * request.settings.epochs;
      return { steps: readTrainerState(place.output), trainedTokens, skipped };
    },
  };
}

/** A name without a folder is looked for on the path. */
const programAt = (folder: string, program: string) =>
  program.includes("/") ? resolve(folder, program) : program;

async function planTraining(
  tool: FineTuningTool,
  { examples, settings, startFrom }: TrainingRequest,
  { settings: own, prompt, folder, variables = process.env }: ToolTrainerOptions<ToolSettings>,
) {
  const division = divideBatch(settings.batchSize, own.devices, own.microBatchSize);
  const begun = startFrom === null ? null : readTrainedWeights(resolve(startFrom));
  if (begun?.kind === "hosted") {
    throw new ErrataError(`${tool.name} cannot continue ${begun.model}, which a provider keeps.`, {
      advice: "Train from scratch (`stages.train.mode`), or with the trainer that made it.",
    });
  }
  const tokenizer = await readModelTokenizer(own.model, { folder, variables });
  if (tool.template === "tokenizer" && !tokenizer.hasChatTemplate) {
    throw new ErrataError(`${own.model} has no chat template, and its target is prompted by chat.`, {
      advice:
        'Set `prompt: "completion"` at the target, or name the template that its server uses at the trainer.',
    });
  }
  const { kept, skipped, completionTokens } = fittingExamples(
    examples,
    settings,
    tokenizer,
    tool.template !== "none",
  );
  const plan: ToolPlan = {
    model: own.model,
    prompt,
    examples: kept,
    settings,
    startFrom: begun,
    tokenizer,
    division,
    devices: own.devices,
    count: countSteps(
      kept.length,
      division.microBatchSize * own.devices,
      division.accumulation,
      settings.epochs,
    ),
    precision: own.precision,
    hasDeepspeed: own.deepspeed !== undefined,
  };
  return { plan, skipped, completionTokens };
}

interface ToolRun {
  command: readonly string[];
  variables: Readonly<Record<string, string>>;
  request: TrainingRequest;
  clock: Pick<Clock, "after"> | undefined;
}

async function runTool(
  tool: FineTuningTool,
  { count }: ToolPlan,
  place: TrainingFolder,
  { command, variables, request, clock }: ToolRun,
): Promise<void> {
  removeTornCheckpoints(place.output);
  await runProcess({
    name: tool.name,
    command,
    directory: place.path,
    variables,
    logFile: place.log,
    onLine(line) {
      const step = readLoggedStep(line, count);
      if (step) request.onStep?.(step);
    },
    adviceWhenMissing: `Its files are ready. Install it or name its program in \`trainer.command\`; or run \`sh ${join(place.script)}\` where it is installed (the folder may be copied there and back), then the same command again: it finds what was made.`,
    signal: request.signal,
    clock,
  });
}

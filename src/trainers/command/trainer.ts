import { existsSync, readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { contentKey, type Json } from "../../foundation/content-key.ts";
import { ErrataError } from "../../foundation/errors.ts";
import type { Clock } from "../../models/admission/index.ts";
import { readTrainedWeights } from "../../models/trained-weights.ts";
import { runProcess } from "../process/index.ts";
import type { PromptForm } from "../prompt-form.ts";
import type { Trainer, TrainingRequest, TrainingResult } from "../trainer.ts";
import { Report } from "./contract.ts";
import type { CommandTrainerSettings } from "./settings.ts";
import { keepStep, readStep, readSteps } from "./steps.ts";
import { type ContractFiles, contractFiles, writeRequest } from "./write-request.ts";

export interface CommandTrainerOptions {
  settings: Pick<CommandTrainerSettings, "command" | "extra">;
  /** What is trained, by a name that the program knows. */
  model: string | undefined;
  /** How the target is prompted. */
  prompt: PromptForm;
  /** Where the program runs. */
  folder: string;
  clock?: Pick<Clock, "after">;
}

/**
 * Has a program of the user's own make the weights, by the contract in docs/training.md.
 *
 * @example
 * const settings = { command: ["python", "train.py"], extra: {} };
 * const model = "HuggingFaceTB/SmolLM2-135M-Instruct";
 * const trainer = createCommandTrainer({ settings, model, prompt: "chat", folder: "." });
 */
export function createCommandTrainer({
  settings,
  model,
  prompt,
  folder,
  clock,
}: CommandTrainerOptions): Trainer {
  const { command, extra } = settings;
  return {
    id: `command@1 ${contentKey(command, model ?? null, prompt, extra as Json)}`,
    async train(asked) {
      const request = withAbsolutePaths(asked);
      const files = contractFiles(request.workDirectory);
      writeRequest(files, request, { model, prompt, extra });
      // A report of an earlier try is none of this one.
      rmSync(files.report, { force: true });
      await runProcess({
        name: "The command of the trainer",
        command,
        directory: folder,
        variables: variablesOf(request, files),
        logFile: files.log,
        onLine: (line) => tellStep(line, files, request),
        adviceWhenMissing:
          "Correct `trainer.command`; relative paths start from the folder of the configuration.",
        signal: request.signal,
        clock,
      });
      readTrainedWeights(request.outputDirectory);
      return { steps: readSteps(files.steps), ...readReport(files.report, request) };
    },
  };
}

/** The program runs in another folder than this process. */
const withAbsolutePaths = (request: TrainingRequest): TrainingRequest => ({
  ...request,
  startFrom: request.startFrom && resolve(request.startFrom),
  outputDirectory: resolve(request.outputDirectory),
  workDirectory: resolve(request.workDirectory),
});

const variablesOf = (request: TrainingRequest, files: ContractFiles) => ({
  ERRATA_REQUEST: files.request,
  ERRATA_EXAMPLES: files.examples,
  ERRATA_OUTPUT_DIRECTORY: request.outputDirectory,
  ERRATA_WORK_DIRECTORY: request.workDirectory,
  ERRATA_REPORT: files.report,
});

function tellStep(line: string, files: ContractFiles, { onStep }: TrainingRequest): void {
  const step = readStep(line);
  if (!step) return;
  keepStep(files.steps, step);
  onStep?.(step);
}

function readReport(file: string, { examples }: TrainingRequest): Omit<TrainingResult, "steps"> {
  if (!existsSync(file)) return { trainedTokens: 0, skipped: [] };
  const ids = new Set(examples.map(({ id }) => id));
  try {
    const report = Report.parse(JSON.parse(readFileSync(file, "utf8")));
    const unknown = report.skipped.find(({ exampleId }) => !ids.has(exampleId));
    if (unknown) throw new Error(`there is no example "${unknown.exampleId}"`);
    return report;
  } catch (cause) {
    throw new ErrataError(
      `The command of the trainer left a report that cannot be used, ${file}: ${(cause as Error).message}`,
      {
        advice:
          'It holds JSON such as {"trainedTokens": 1200, "skipped": [{"exampleId": "…", "reason": "…"}]}.',
        cause,
      },
    );
  }
}

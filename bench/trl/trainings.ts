import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TrainingExample } from "../../src/domain/training-example.ts";
import { runProcess } from "../../src/trainers/process/index.ts";
import type { TrainingSettings } from "../../src/trainers/trainer.ts";
import { baseModelAt, createTrlTrainer, TrlTrainerSettings } from "../../src/trainers/trl/index.ts";

export interface Training {
  python: string;
  /** A folder in the layout of transformers. */
  model: string;
  examples: readonly TrainingExample[];
  settings: TrainingSettings;
  /** For whatever the trainings leave. */
  folder: string;
}

export interface Measured {
  /** From the end of the first step to the end of the process. */
  seconds: number;
  /** Tokens that the loss was taken on, over all epochs. */
  learned: number;
}

export async function trainByErrata(training: Training): Promise<Measured> {
  const { python, model, examples, settings, folder } = training;
  const { kind, ...options } = TrlTrainerSettings.parse({
    kind: "trl",
    python,
    precision: "fp32",
    microBatchSize: settings.batchSize,
  });
  const base = baseModelAt(model, undefined, folder);
  const trainer = createTrlTrainer({ settings: options, base, prompt: "completion" });
  const watch = stopwatch();
  const { trainedTokens } = await trainer.train({
    examples,
    settings,
    startFrom: null,
    outputDirectory: mkdtempSync(join(folder, "output-")),
    workDirectory: mkdtempSync(join(folder, "work-")),
    onStep: ({ step }) => {
      if (step === 1) watch.start();
    },
  });
  return { seconds: watch.seconds(), learned: trainedTokens };
}

const script = fileURLToPath(new URL("./plain.py", import.meta.url));

export async function trainPlainly(training: Training): Promise<Measured & { tokens: number }> {
  const { python, model, examples, settings, folder } = training;
  const directory = mkdtempSync(join(folder, "plain-"));
  const request = join(directory, "request.json");
  const pairs = examples.map(({ prompt, completion }) => ({ prompt, completion }));
  writeFileSync(request, JSON.stringify({ model, settings, examples: pairs, directory }));
  const watch = stopwatch();
  let last = "";
  await runProcess({
    name: "The plain script",
    command: [python, script, request],
    directory,
    logFile: join(directory, "log.txt"),
    adviceWhenMissing: "Set ERRATA_TRL_PYTHON.",
    onLine: (line) => {
      if (line === "first step") watch.start();
      last = line;
    },
  });
  return { seconds: watch.seconds(), ...JSON.parse(last) };
}

function stopwatch() {
  let begin = 0;
  return {
    start: () => {
      begin = performance.now();
    },
    seconds: () => (performance.now() - begin) / 1000,
  };
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pupilDirectory } from "../src/config/pupil-directory.ts";
import { loadWordProblems } from "../src/datasets/word-problems/index.ts";
import { questionAndSolution } from "../src/models/prompt-template.ts";
import { createEmbeddedTrainer } from "../src/trainers/embedded/index.ts";
import { providePythonEnvironment } from "../src/trainers/python/index.ts";
import type { Trainer, TrainingSettings } from "../src/trainers/trainer.ts";
import { baseModelAt, createTrlTrainer, TrlTrainerSettings } from "../src/trainers/trl/index.ts";
import { correlation } from "./racing/variance.ts";

const settings: TrainingSettings = {
  method: "lora",
  rank: 8,
  alpha: 16,
  dropout: 0,
  targetModules: ["q_proj", "k_proj", "v_proj", "o_proj"],
  learningRate: 1e-3,
  schedule: "linear",
  warmupRatio: 0.03,
  weightDecay: 0,
  epochs: 4,
  batchSize: 4,
  maxSequenceLength: 512,
  seed: 0,
};

/**
 * Tells the influences of `ERRATA_BENCH_CANDIDATES` word problems (20) on 8 others, after a warm-up on 8 of them: by the `trl`
 * trainer on the pupil or the folder `ERRATA_BENCH_MODEL`, and on the pupil by the embedded trainer too, from an adapter of
 * its own. Prints the seconds of the whole and between two gradients and, last, one line of JSON.
 */
export async function run(): Promise<void> {
  const python = process.env.ERRATA_TRL_PYTHON ?? (await providePythonEnvironment({ onStatus: console.log }));
  const model = process.env.ERRATA_BENCH_MODEL ?? pupilDirectory;
  const { kind, ...options } = TrlTrainerSettings.parse({ kind: "trl", python, precision: "fp32" });
  const base = baseModelAt(model, undefined, ".");
  const trl = createTrlTrainer({ settings: options, base, prompt: "completion" });
  const measured = { trl: await measure(trl) };
  const all =
    model === pupilDirectory
      ? { ...measured, embedded: await measure(createEmbeddedTrainer({ directory: pupilDirectory })) }
      : measured;
  console.table(
    Object.fromEntries(
      Object.entries(all).map(([name, { seconds, secondsEach, gradients }]) => [
        name,
        { seconds: seconds.toFixed(1), gradients, "seconds each": secondsEach.toFixed(3) },
      ]),
    ),
  );
  console.log(
    JSON.stringify({
      ...rounded("trl", all.trl),
      ...("embedded" in all
        ? {
            ...rounded("embedded", all.embedded),
            correlation: Number(correlation(all.trl.influences, all.embedded.influences).toFixed(3)),
          }
        : {}),
    }),
  );
}

interface Measured {
  /** From the request to the influences. */
  seconds: number;
  gradients: number;
  /** From the first gradient to the last. */
  secondsEach: number;
  influences: number[];
}

async function measure(trainer: Trainer): Promise<Measured> {
  const workDirectory = mkdtempSync(join(tmpdir(), "errata-bench-less-"));
  const candidates = examplesOf("train", Number(process.env.ERRATA_BENCH_CANDIDATES ?? 20));
  const dev = examplesOf("dev", 8);
  const begin = performance.now();
  let first = begin;
  let gradients = 0;
  try {
    const influences = await trainer.influences!({
      candidates,
      targets: [dev.slice(0, 4), dev.slice(4)],
      warmUp: candidates.slice(0, 8),
      settings,
      workDirectory,
      onProgress: (done) => {
        if (done === 1) first = performance.now();
        gradients = done;
      },
    });
    const end = performance.now();
    return {
      seconds: (end - begin) / 1000,
      gradients,
      secondsEach: (end - first) / 1000 / (gradients - 1),
      influences: influences.map(Number),
    };
  } finally {
    rmSync(workDirectory, { recursive: true });
  }
}

const rounded = (name: string, { seconds, secondsEach }: Measured) => ({
  [`${name}Seconds`]: Number(seconds.toFixed(1)),
  [`${name}SecondsEach`]: Number(secondsEach.toFixed(4)),
});

function examplesOf(split: "train" | "dev", count: number) {
  return loadWordProblems(split, count).map(({ id, question, solution }) => ({
    id,
    prompt: questionAndSolution.prompt(question),
    completion: questionAndSolution.completion(solution),
    recipe: "bench",
    iteration: 1,
    sources: [id],
  }));
}

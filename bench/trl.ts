import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pupilDirectory } from "../src/config/pupil-directory.ts";
import { loadWordProblems } from "../src/datasets/word-problems/index.ts";
import { questionAndSolution } from "../src/models/prompt-template.ts";
import { providePythonEnvironment } from "../src/trainers/python/index.ts";
import type { TrainingSettings } from "../src/trainers/trainer.ts";
import { trainByErrata, trainPlainly } from "./trl/trainings.ts";

const settings: TrainingSettings = {
  method: "lora",
  rank: 8,
  alpha: 32,
  dropout: 0.1,
  targetModules: ["q_proj", "k_proj", "v_proj", "o_proj"],
  learningRate: 2e-5,
  schedule: "linear",
  warmupRatio: 0,
  weightDecay: 0,
  epochs: 2,
  batchSize: 4,
  maxSequenceLength: 512,
  seed: 0,
};

/** Each way so often, in turns, as a machine's speed drifts. */
const rounds = 3;

/**
 * Trains a model by Errata's `trl` trainer and by a plain script, on the same examples: the pupil, whose steps are so short
 * that all that is done beside them counts, or the folder `ERRATA_BENCH_MODEL`, on `ERRATA_BENCH_EXAMPLES` examples. Prints
 * the best of each way from the first step to the end of the process and, last, one line of JSON.
 */
export async function run(): Promise<void> {
  const python = process.env.ERRATA_TRL_PYTHON ?? (await providePythonEnvironment({ onStatus: console.log }));
  const folder = mkdtempSync(join(tmpdir(), "errata-bench-trl-"));
  try {
    const model = process.env.ERRATA_BENCH_MODEL ?? pupilIn(folder);
    const training = { python, model, examples: examples(), settings, folder };
    const seconds = { errata: [] as number[], plain: [] as number[] };
    let tokens = 0;
    for (let round = 0; round < rounds; round++) {
      const errata = await trainByErrata(training);
      const plain = await trainPlainly(training);
      if (errata.learned !== plain.learned) throw new Error("The two ways took the loss on other tokens.");
      seconds.errata.push(errata.seconds);
      seconds.plain.push(plain.seconds);
      tokens = plain.tokens;
    }
    const errata = tokens / Math.min(...seconds.errata);
    const plain = tokens / Math.min(...seconds.plain);
    console.log("Tokens a second, of prompts and completions, by the best of each way:");
    console.table({
      errata: { "tokens a second": Math.round(errata) },
      plain: { "tokens a second": Math.round(plain) },
    });
    console.log(
      JSON.stringify({
        trainTokensPerSecond: Math.round(errata),
        plainTokensPerSecond: Math.round(plain),
        ratio: Number((errata / plain).toFixed(3)),
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The pupil with the file that a plain script needs to read its tokenizer. */
function pupilIn(folder: string): string {
  if (!existsSync(join(pupilDirectory, "model.safetensors"))) throw new Error("The pupil has no weights.");
  const directory = join(folder, "pupil");
  cpSync(pupilDirectory, directory, { recursive: true });
  const config = { tokenizer_class: "PreTrainedTokenizerFast", eos_token: "<|end|>" };
  writeFileSync(join(directory, "tokenizer_config.json"), JSON.stringify(config));
  return directory;
}

function examples() {
  const count = Number(process.env.ERRATA_BENCH_EXAMPLES ?? 120);
  return loadWordProblems("train", count).map(({ id, question, solution }) => ({
    id,
    prompt: questionAndSolution.prompt(question),
    completion: questionAndSolution.completion(solution),
    recipe: "bench",
    iteration: 1,
    sources: [id],
  }));
}

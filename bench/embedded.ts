import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { pupilDirectory } from "../src/config/pupil-directory.ts";
import { tensor } from "../src/models/embedded/index.ts";
import { measureSpeeds, type Speeds } from "./embedded/measure.ts";
import { type BenchmarkModel, randomModel, storedModel } from "./embedded/models.ts";

/**
 * Measures how fast one thread reads prompts, decodes and trains, and all threads train: a random model of 2.75M
 * parameters, one of 1M, and the pupil. Prints a table and, last, one line of JSON for the largest.
 */
export async function run(): Promise<void> {
  await tensor.startBackend();
  const models = [
    randomModel("random, 2.75M", {
      hiddenSize: 192,
      feedForwardSize: 512,
      layerCount: 5,
      headCount: 6,
      vocabularySize: 2768,
    }),
    randomModel("random, 1M", {
      hiddenSize: 128,
      feedForwardSize: 384,
      layerCount: 4,
      headCount: 4,
      vocabularySize: 1536,
    }),
  ];
  if (existsSync(join(pupilDirectory, "model.safetensors")))
    models.push(await storedModel("pupil", pupilDirectory));

  const threads = availableParallelism();
  const measured: (BenchmarkModel & { speeds: Speeds })[] = [];
  for (const model of models) measured.push({ ...model, speeds: await measureSpeeds(model, threads) });
  console.log("Tokens a second, on one thread unless stated:");
  console.table(
    Object.fromEntries(
      measured.map(({ name, parameters, speeds }) => [
        name,
        {
          parameters,
          "prompts read": Math.round(speeds.read),
          decoded: Math.round(speeds.decode),
          trained: Math.round(speeds.train),
          [`trained on ${threads} threads`]: Math.round(speeds.trainOnAllThreads),
        },
      ]),
    ),
  );
  const [largest] = measured;
  console.log(
    JSON.stringify({
      parameters: largest?.parameters,
      decodeTokensPerSecondPerCore: Math.round(largest?.speeds.decode ?? 0),
      trainTokensPerSecond: Math.round(largest?.speeds.trainOnAllThreads ?? 0),
      trainThreads: threads,
    }),
  );
}

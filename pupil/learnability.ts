/**
 * Measures how much of what the pupil gets wrong can be mended by examples aimed at it: generated problems in proportion
 * to its failures per skill, LoRA on all linear layers. It reads problems of the train and dev splits alone, under
 * seeds of its own, so that the default can be tuned by it.
 *
 *     node pupil/learnability.ts [--examples 120] [--epochs 5] [--learning-rate 2e-3]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { pupilDirectory } from "../src/config/pupil-directory.ts";
import { evenMixture, generateWordProblems } from "../src/datasets/word-problems/index.ts";
import type { Problem } from "../src/domain/problem.ts";
import { mathGrader } from "../src/graders/math/index.ts";
import { createEmbeddedServer } from "../src/models/embedded/index.ts";
import { questionAndSolution } from "../src/models/prompt-template.ts";
import { createEmbeddedTrainer } from "../src/trainers/embedded/index.ts";

const { values } = parseArgs({
  options: {
    examples: { type: "string", default: "120" },
    epochs: { type: "string", default: "5" },
    "learning-rate": { type: "string", default: "2e-3" },
  },
});
const wordings = "ordinary";
const seeds = generateWordProblems({
  seed: "tuneseeds",
  count: 500,
  mixture: evenMixture,
  wordings,
  split: "train",
});
const dev = generateWordProblems({
  seed: "tuning",
  count: 400,
  mixture: evenMixture,
  wordings,
  split: "dev",
});
const server = createEmbeddedServer({ directory: pupilDirectory });
const trainer = createEmbeddedTrainer({ directory: pupilDirectory });
const adapter = mkdtempSync(join(tmpdir(), "errata-learnability-"));

const percent = (right: readonly boolean[]) =>
  `${((100 * right.filter(Boolean).length) / right.length).toFixed(1)} %`;

async function solve(problems: readonly Problem[], adapterDirectory: string | null): Promise<boolean[]> {
  const model = await server.serve(adapterDirectory);
  const right = await Promise.all(
    problems.map(async ({ question, answer }) => {
      const prompt = questionAndSolution.prompt(question);
      const { stop } = questionAndSolution;
      const { text } = await model.generate({ prompt, maxOutputTokens: 128, temperature: 0, stop });
      return mathGrader.grade(text, answer).verdict === "right";
    }),
  );
  await model.close?.();
  return right;
}

const seedRight = await solve(seeds, null);
const failures: Record<string, number> = {};
seeds.forEach(({ skill }, index) => {
  if (skill && !seedRight[index]) failures[skill] = (failures[skill] ?? 0) + 1;
});
const count = Number(values.examples);
const problems = generateWordProblems({
  seed: "tunesynth",
  count,
  mixture: failures,
  wordings,
  split: "train",
});
await trainer.train({
  examples: problems.map(({ id, question, solution }) => ({
    id,
    prompt: questionAndSolution.prompt(question),
    completion: questionAndSolution.completion(solution),
    recipe: "learnability",
    iteration: 1,
    sources: [],
  })),
  settings: {
    rank: 16,
    alpha: 32,
    dropout: 0,
    targetModules: ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"],
    learningRate: Number(values["learning-rate"]),
    warmupRatio: 0.03,
    weightDecay: 0,
    epochs: Number(values.epochs),
    batchSize: 8,
    maxSequenceLength: 320,
    seed: 0,
  },
  startFrom: null,
  outputDirectory: adapter,
});

const before = await solve(dev, null);
const after = await solve(dev, adapter);
await server.close();
rmSync(adapter, { recursive: true });
const fixed = after.filter((right, index) => right && !before[index]).length;
const broken = after.filter((right, index) => !right && before[index]).length;
console.log(
  `${percent(before)} before, ${percent(after)} after, ${fixed} fixed, ${broken} broken, of ${dev.length}`,
);

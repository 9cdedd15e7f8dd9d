import type { Problem } from "../domain/problem.ts";
import type { Sample } from "../domain/sample.ts";
import { createRandom } from "../foundation/random.ts";
import type { Grader } from "../graders/grader.ts";
import type { LanguageModel } from "../models/language-model.ts";
import { attemptOf, gradeGeneration } from "./attempt-problems.ts";
import type { Item, Outcome, StageContext } from "./stage.ts";

const largestSeed = 2 ** 31 - 1;

export interface Sampling {
  /** Samples of every problem. */
  samples: number;
  temperature: number;
  maxOutputTokens: number;
}

interface Draw {
  id: string;
  problem: Problem;
  seed: number;
}

/**
 * Draws several outputs of a model for every problem, problem by problem. Every draw has a seed of its own, which neither
 * the number of samples nor the order of the calls changes.
 */
export function drawSamples<P extends Problem>(
  context: StageContext,
  { model, grader }: { model: LanguageModel; grader: Grader },
  problems: readonly P[],
  { samples, temperature, maxOutputTokens }: Sampling,
  nameOf: (problem: P) => string = ({ id }) => id,
): Promise<Outcome<Sample>[]> {
  const { template } = context.services;
  const draws = problems.flatMap((problem) =>
    Array.from({ length: samples }, (_, index): Draw => {
      const id = `${nameOf(problem)}#${index}`;
      return { id, problem, seed: createRandom(`${context.seed}/${id}`).integer(0, largestSeed) };
    }),
  );
  const items = draws.map(
    (draw): Item<Draw> => ({
      id: draw.id,
      key: [model.id, temperature, maxOutputTokens, draw.seed, draw.problem],
      input: draw,
    }),
  );
  return context.each(items, model.concurrency, async ({ id, problem, seed }) => {
    const generation = await model.generate(
      {
        prompt: template.prompt(problem.question),
        maxOutputTokens,
        temperature,
        stop: template.stop,
        seed,
        problemId: problem.id,
      },
      context.signal,
    );
    const attempt = attemptOf(problem, generation, gradeGeneration(grader, generation, problem));
    return { id, seed, ...attempt } satisfies Sample;
  });
}

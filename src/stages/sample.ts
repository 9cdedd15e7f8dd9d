import { z } from "zod";
import type { Problem } from "../domain/problem.ts";
import type { Sample } from "../domain/sample.ts";
import { createRandom } from "../foundation/random.ts";
import { attemptOf, gradeGeneration } from "./attempt-problems.ts";
import { countOutcomes, doneOutputs } from "./outcomes.ts";
import { defineStage, type Item } from "./stage.ts";

const SampleSettings = z.strictObject({
  /** Samples of every problem. Saved generations give the same one each time, and equal samples count once later. */
  samples: z.int().positive().default(4),
  temperature: z.number().positive().default(0.7),
  maxOutputTokens: z.int().positive().default(512),
});

const largestSeed = 2 ** 31 - 1;

interface Draw {
  id: string;
  problem: Problem;
  seed: number;
}

/**
 * Draws several outputs of the current target model for every seed problem (papers' section 2.1). Every draw has a seed
 * of its own, which neither the number of samples nor the order of the calls changes.
 */
export const sample = defineStage({
  name: "sample",
  version: 1,
  settings: SampleSettings,
  reads: ["seedProblems"],
  mayRead: ["adapters"],
  writes: ["samples"],
  uses: ["target", "template", "grader"],
  forecast(view, { samples, maxOutputTokens }) {
    const { rows, distinct = rows } = view.read("seedProblems");
    const once = ["samples", view.origin("adapters"), maxOutputTokens].join(" ");
    return {
      calls: [{ kind: "attempt", count: distinct * samples, maxOutputTokens, once }],
      leaves: { samples: { rows: rows * samples, bad: rows * samples * view.rates.wrongAnswers } },
    };
  },
  async run(context, { samples, temperature, maxOutputTokens }) {
    const { target, template, grader } = context.services;
    const model = await target.withAdapter(context.read("adapters").at(-1) ?? null);
    const draws = context.read("seedProblems").flatMap((problem) =>
      Array.from({ length: samples }, (_, index): Draw => {
        const id = `${problem.id}#${index}`;
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
    const outcomes = await context.each(items, model.concurrency, async ({ id, problem, seed }) => {
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
    return { artifacts: { samples: doneOutputs(outcomes) }, ...countOutcomes(outcomes) };
  },
});

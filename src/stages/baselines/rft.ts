import { z } from "zod";
import type { Problem } from "../../domain/problem.ts";
import type { Sample } from "../../domain/sample.ts";
import type { TrainingExample } from "../../domain/training-example.ts";
import { createRandom, type Random } from "../../foundation/random.ts";
import { defineStage, type StageContext } from "../stage.ts";
import { trainingExampleOf } from "../training-example-of.ts";
import { budgetOf, Examples, expectedBudget } from "./budget.ts";
import { reasoningOf } from "./reasoning-of.ts";

/**
 * Baseline: rejection fine-tuning (Yuan et al. 2023, arXiv 2308.01825). The target's own right samples, one of each way
 * of calculating a problem; as many problems as can be, before a problem comes up again.
 */
export const rft = defineStage({
  name: "rft",
  version: 1,
  settings: z.strictObject({ examples: Examples }),
  reads: ["seedProblems", "samples"],
  mayRead: ["trainingExamples"],
  writes: ["trainingExamples"],
  uses: ["template"],
  forecast(view, { examples }) {
    const { rows, bad = 0 } = view.read("samples");
    const right = Math.min(expectedBudget(view, examples), rows - bad);
    return { calls: [], leaves: { trainingExamples: { rows: right } } };
  },
  async run(context, { examples }) {
    const budget = budgetOf(context, examples);
    const samples = context.read("samples");
    const right = samples.filter(({ verdict }) => verdict === "right");
    const earlier = examples === "as-the-method" ? [] : context.readEvery("trainingExamples");
    const novel = withoutRepetitions(right, earlier, context);
    const drawn = roundRobin(novel, createRandom(context.seed)).slice(0, budget);
    return {
      artifacts: { trainingExamples: examplesOf(drawn, context) },
      in: samples.length,
      done: drawn.length,
      notDone: nonZero({
        "not right": samples.length - right.length,
        "reasoned as another": right.length - novel.length,
        "not needed": novel.length - drawn.length,
      }),
      ...(drawn.length < budget
        ? { remarks: [`RFT has ${drawn.length} examples where ${budget} were to be made.`] }
        : {}),
    };
  },
});

/** Samples that calculate as no earlier one of the same problem, nor as an example of an earlier iteration. */
function withoutRepetitions(
  samples: readonly Sample[],
  earlier: readonly TrainingExample[],
  { services: { template } }: StageContext,
): Sample[] {
  const keyOf = (problemId: string, solution: string) => `${problemId}\n${reasoningOf(solution)}`;
  const known = new Set(earlier.map(({ sources, completion }) => keyOf(sources[0]!, completion)));
  return samples.filter(({ problemId, output }) => {
    const key = keyOf(problemId, template.completion(output.trim()));
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
}

/** The first samples of all problems in random order, then the second ones, and so on. */
function roundRobin(samples: readonly Sample[], random: Random): Sample[] {
  const byProblem = random.shuffle([...Map.groupBy(samples, ({ problemId }) => problemId).values()]);
  const most = byProblem.reduce((longest, { length }) => Math.max(longest, length), 0);
  return Array.from({ length: most }, (_, turn) => byProblem.flatMap((own) => own[turn] ?? [])).flat();
}

function examplesOf(samples: readonly Sample[], context: StageContext): TrainingExample[] {
  const problems = new Map(context.read("seedProblems").map((problem) => [problem.id, problem]));
  const { iteration, services } = context;
  return samples.map(({ id, problemId, output }) => {
    const sampled: Problem = { ...problems.get(problemId)!, solution: output.trim() };
    const example = trainingExampleOf(sampled, { recipe: "rft", iteration, template: services.template });
    return { ...example, id: `rft-${iteration}-${id}` };
  });
}

const nonZero = (counts: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

import { z } from "zod";
import { createRandom } from "../../foundation/random.ts";
import { casesOf, isBadCase } from "../cases.ts";
import { defineStage } from "../stage.ts";
import { trainingExampleOf } from "../training-example-of.ts";
import { budgetOf, Examples, expectedBudget, shortfall, usedSources } from "./budget.ts";

/**
 * Baseline: the bad cases themselves with their reference solutions, drawn at random. What a method that writes new
 * problems gains over this is what writing them is worth.
 */
export const goldSft = defineStage({
  name: "gold-sft",
  version: 1,
  settings: z.strictObject({ examples: Examples }),
  reads: ["seedProblems", "attempts"],
  mayRead: ["trainingExamples"],
  writes: ["trainingExamples"],
  uses: ["template"],
  forecast(view, { examples }) {
    const rows = Math.min(expectedBudget(view, examples), view.read("attempts").bad ?? 0);
    return { calls: [], leaves: { trainingExamples: { rows } } };
  },
  async run(context, { examples }) {
    const budget = budgetOf(context, examples);
    const used = usedSources(context, examples);
    const solved = casesOf(context.read("seedProblems"), context.read("attempts"))
      .filter(isBadCase)
      .map(({ problem }) => problem)
      .filter(({ id, solution }) => solution !== "" && !used.has(id));
    const drawn = createRandom(context.seed).sample(solved, budget);
    const { iteration, services } = context;
    return {
      artifacts: {
        trainingExamples: drawn.map((problem) =>
          trainingExampleOf(problem, { recipe: "gold-sft", iteration, template: services.template }),
        ),
      },
      in: budget,
      done: drawn.length,
      notDone: shortfall("too few further bad cases with a solution", budget, drawn.length),
    };
  },
});

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
  settings: z.strictObject({
    examples: Examples,
    /** `all`: any seed problem, whether the target solves it or not, which is plain fine-tuning. */
    cases: z.enum(["bad", "all"]).default("bad"),
  }),
  reads: ["seedProblems", "attempts"],
  mayRead: ["trainingExamples"],
  writes: ["trainingExamples"],
  uses: ["template"],
  forecast(view, { examples, cases }) {
    const attempts = view.read("attempts");
    const rows = Math.min(
      expectedBudget(view, examples),
      cases === "all" ? attempts.rows : (attempts.bad ?? 0),
    );
    return { calls: [], leaves: { trainingExamples: { rows } } };
  },
  async run(context, { examples, cases }) {
    const budget = budgetOf(context, examples);
    const used = usedSources(context, examples);
    const solved = casesOf(context.read("seedProblems"), context.read("attempts"))
      .filter((each) => cases === "all" || isBadCase(each))
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
      notDone: shortfall(
        `too few further ${cases === "all" ? "" : "bad "}cases with a solution`,
        budget,
        drawn.length,
      ),
    };
  },
});

import { z } from "zod";
import type { Case } from "../../domain/attempt.ts";
import type { Problem } from "../../domain/problem.ts";
import { createRandom } from "../../foundation/random.ts";
import { extractAnswer } from "../../graders/math/extraction/index.ts";
import { casesOf, isGoodCase } from "../cases.ts";
import { defineStage } from "../stage.ts";
import { trainingExampleOf } from "../training-example-of.ts";
import { budgetOf, Examples, expectedBudget, shortfall, usedSources } from "./budget.ts";

const FormatControlSettings = z.strictObject({
  examples: Examples,
  /**
   * `own`: what the target wrote itself, which teaches nothing but to mark the answer. `reference`: what other examples are
   * written like, which teaches their way of writing besides.
   */
  solutions: z.enum(["own", "reference"]).default("own"),
});

/**
 * Baseline: problems that the target solves already, drawn at random, with right solutions in the form of the training data.
 * It teaches how an answer is to be given and no mathematics: what a method gains over it is what it taught beyond the form
 * (papers' section 6).
 */
export const formatControl = defineStage({
  name: "format-control",
  version: 1,
  settings: FormatControlSettings,
  reads: ["seedProblems", "attempts"],
  mayRead: ["trainingExamples"],
  writes: ["trainingExamples"],
  uses: ["template"],
  forecast(view, { examples }) {
    const { rows, bad = 0 } = view.read("attempts");
    const good = Math.min(expectedBudget(view, examples), rows - bad);
    return { calls: [], leaves: { trainingExamples: { rows: good } } };
  },
  async run(context, { examples, solutions }) {
    const budget = budgetOf(context, examples);
    const used = usedSources(context, examples);
    const solved = casesOf(context.read("seedProblems"), context.read("attempts"))
      .filter(isGoodCase)
      .filter(({ problem }) => !used.has(problem.id) && (solutions === "own" || problem.solution !== ""));
    const drawn = createRandom(context.seed).sample(solved, budget);
    const { iteration, services } = context;
    const lineage = { recipe: "format-control", iteration, template: services.template };
    return {
      artifacts: {
        trainingExamples: drawn.map((goodCase) =>
          trainingExampleOf(solutions === "own" ? withOwnSolution(goodCase) : goodCase.problem, lineage),
        ),
      },
      in: budget,
      done: drawn.length,
      notDone: shortfall("too few further good cases", budget, drawn.length),
    };
  },
});

function withOwnSolution({ problem, attempt }: Case): Problem {
  return { ...problem, solution: withMarkedAnswer(attempt.output.trim(), problem) };
}

/** Where a right solution does not mark its answer, the reference's last line does, or one like those of GSM8K. */
function withMarkedAnswer(text: string, { solution, answer }: Problem): string {
  if (extractAnswer(text).strict) return text;
  const lastLine = solution.trim().split("\n").at(-1)!;
  return `${text}\n${extractAnswer(lastLine).strict ? lastLine : `#### ${answer}`}`;
}

import { z } from "zod";
import { createRandom } from "../foundation/random.ts";
import { defineStage } from "./stage.ts";
import { trainingExampleOf } from "./training-example-of.ts";

/**
 * Control: as many training examples as the method made, drawn at random from the seed problems with their
 * reference solutions. What the method gains over this is what looking at the errors is worth.
 */
export const untargeted = defineStage({
  name: "untargeted",
  version: 1,
  settings: z.strictObject({}),
  reads: ["seedProblems", "trainingExamples"],
  mayRead: [],
  writes: ["trainingExamples"],
  uses: ["template"],
  forecast: ({ countEvery }) => ({
    calls: [],
    leaves: { trainingExamples: { rows: countEvery("trainingExamples") } },
  }),
  async run(context) {
    const budget = context.readEvery("trainingExamples").length;
    const solved = context.read("seedProblems").filter(({ solution }) => solution !== "");
    const drawn = createRandom(context.seed).sample(solved, budget);
    return {
      artifacts: {
        trainingExamples: drawn.map((problem) =>
          trainingExampleOf(problem, {
            recipe: "untargeted",
            iteration: context.iteration,
            template: context.services.template,
          }),
        ),
      },
      in: budget,
      done: drawn.length,
      notDone:
        drawn.length < budget ? { "too few seed problems with a solution": budget - drawn.length } : {},
    };
  },
});
